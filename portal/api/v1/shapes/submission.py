"""An application that came on paper, as a partner sends it, and what they are told of it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from portal.api.v1.shapes.both import Asked, Told, about
from portal.api.v1.shapes.case import ID, NUMBER, Flag

Key = Annotated[str, Field(max_length=100)]
Text = Annotated[str, Field(max_length=5000)]
Parts = Annotated[dict[Key, Text], Field(max_length=100)]
MOST_FILES, MOST_PEOPLE, MOST_ANSWERS = 20, 30, 300
DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"


class PaperConsent(Asked):
    """紙に書いてある同意。押した印としては残りません。紙にこう書いてあると、送ったシステムが言ったこととして残ります

    What the paper agrees to. It is kept as what the sending system declares to stand on the paper, never as a mark
    that somebody pressed.
    """

    statements: list[Key] = about(
        "紙に印刷してある文の id（手続きの statements）。optional でない文は、すべて要ります",
        "Ids of the statements that stand on the paper (statements of the service); all that are not optional must",
        max_length=50,
    )
    signed_on: str = about("紙に書いてある日", "The day written on the paper", pattern=DAY, examples=["2026-11-20"])


class PaperFile(Asked):
    """紙に付いていたもの

    What came with the paper.
    """

    question: Key = about("どの質問に付けるか", "Which question it belongs to")
    name: str = about("ファイルの名前", "Its name", max_length=200)
    content: str = about("中身（Base64）", "The file in Base64")


class Submission(Asked):
    """紙で届いた、一つの申し込み

    One application that came on paper.
    """

    version: str | None = about(
        "紙に使った質問の version。書かなければ、今日のもの",
        "version of the questions the paper was printed with; today's where left out",
        default=None,
        pattern="^[0-9a-f]{64}$",
    )
    language: str = about("紙のことば", "Language of the paper", default="ja", max_length=20)
    answers: dict[Key, Parts | Text] = about(
        "答え。質問の id（家族の一人については id.p1 など、本人については id.a）から、部分ごとの文字へ。"
        "部分が value だけのときは、文字だけでもかまいません。紙に書いてあるまま送ってください",
        "Answers: from the id of a question (id.p1 and so on for one person of the household, id.a for the applicant) "
        "to texts by part, or the text alone where the only part is value. Send what stands on the paper, as it is",
        max_length=MOST_ANSWERS,
    )
    people: dict[Key, Annotated[list[Parts], Field(max_length=MOST_PEOPLE)]] = about(
        "家族の質問の答え。書いた順に p1、p2 になります",
        "Answers to household questions; they become p1, p2 and so on in this order",
        default={},
        max_length=10,
    )
    files: list[PaperFile] = about("写真や書類", "Photos and papers", default=[], max_length=MOST_FILES)
    consent: PaperConsent = about("紙に書いてある同意", "What the paper agrees to")


class Receipt(Told):
    """受けつけたこと

    That it was received.
    """

    id: str = about("申し込みの id", "Id of the application", pattern=ID)
    number: str = about(
        "受付番号。本人に伝えてください。生まれた日といっしょに、様子を見るのに使います",
        "Receipt number: give it to the resident, who looks up the status by it and the birth date",
        pattern=NUMBER,
    )
    received_at: str = about("受けつけた日時（日本時間）", "When it was received (Japan's time)", format="date-time")
    path: str = about("申し込みを受けとる場所", "Where to fetch the application")
    flags: list[Flag] = about("課が確かめること", "What the office will check")
    earlier: list[str] = about(
        "同じ人が、同じ手続きで前に送ったものの受付番号", "Receipt numbers of what the same person sent before"
    )
