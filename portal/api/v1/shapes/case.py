"""An application as a system is given it: the very document of the mails."""

from __future__ import annotations

from typing import Any, Literal

from portal.api.v1.shapes.both import Told, about
from portal.api.v1.shapes.consent import Consent, Principal, Withdrawn

ID, NUMBER, CODE = "^[0-9a-f]{32}$", "^[0-9]{4}-[0-9]{4}-[0-9]{2}$", "^[0-9]{6}$"
Stand = Literal["received", "checking", "asked", "accepted", "refused", "withdrawn"]


class Status(Told):
    """どこまで進んだか

    Where it stands.
    """

    id: Stand = about("様子", "Where it stands")
    label: str = about("その名前（本人もこのことばで読みます）", "Its name, in Japanese, as the resident reads it")


class OfService(Told):
    """どの手続きの、どの日からの質問か

    Which questions it was asked with.
    """

    id: str = about("手続きの id", "Id of the service")
    title: str = about("手続きの名前", "Its name, in Japanese")
    effective: str = about("この質問が使われはじめた日", "First day of these questions", format="date")
    version: str = about("質問の SHA-256", "SHA-256 of the questions")


class Applicant(Told):
    """申し込んだ人

    Who applied.
    """

    name: str = about("名前", "Name as written")
    kana: str = about("フリガナ", "Name in kana")
    birth_date: str | None = about("生年月日", "Birth date (ISO 8601)", format="date")
    phone: str = about("電話番号。数字だけ。聞いていなければ空", "Digits of the telephone; empty where not asked")


class Helper(Told):
    """代わりに書いた人

    Who wrote in their place.
    """

    name: str = about("名前", "Name")
    phone: str = about("電話番号", "Telephone")
    relation: str = about("本人から見た関係。聞いていなければ空", "Relation to the applicant; empty where not asked")


class Answer(Told):
    """一つの答え

    One answer.
    """

    id: str = about("質問の id", "Id of the question")
    person: str | None = about(
        "だれについての答えか。a は本人、p1 などは家族の答えの id",
        "Whom it is about: a is the applicant, p1 … are ids of the household's answer",
    )
    kind: str = about("答えの種類", "Kind of answer")
    label: str = about("日本語の短い名前", "Short name in Japanese")
    asked: str = about("本人が読んだ質問（本人のことば）", "The question as it was read, in the resident's language")
    shown: list[str] = about("日本語で読める答え", "The answer to read, in Japanese")
    value: Any = about(
        "システムが使う答え。形は kind ごとに決まっています", "The answer for machines; each kind has its own form"
    )
    typed: dict[str, str] = about("本人が書いたままの文字", "What was typed, part by part")


class File(Told):
    """付いたファイル

    A file that came with it.
    """

    id: str = about("ファイルの id", "Id of the file")
    answer: str | None = about("どの質問に付いたか", "Which question it came with")
    person: str | None = about("だれについてのものか", "Whom it is about")
    name: str | None = about("名前", "Name")
    media_type: str | None = about("形", "Media type")
    size: int | None = about("バイト数", "Bytes")
    path: str = about("受けとる場所", "Where to fetch it")


class Flag(Told):
    """確かめてほしいこと

    What a clerk should check.
    """

    code: str = about("種類", "Which doubt", examples=["holder-differs", "left-empty", "as-typed"])
    answer: str = about("答えの id", "Id of the answer")
    person: str | None = about("家族のうちのだれか", "Which person")
    message: str = about("本人に見せたことば", "The words the resident was shown, in Japanese")


class Case(Told):
    """一つの申し込み。メールに付く case-….json と同じものです

    An application: the same document as case-….json of the mails.
    """

    schema_version: Literal["1"] = about("この形の版", "Version of this form")
    id: str = about("UUID version 7（16進数 32けた）", "UUID version 7, 32 hex digits", pattern=ID)
    number: str = about("受付番号", "Receipt number", pattern=NUMBER)
    municipality: str = about("全国地方公共団体コード", "Code of the municipality", pattern=CODE)
    received_at: str = about("受けつけた日時（日本時間）", "When it was received (Japan's time)", format="date-time")
    status: Status = about("どこまで進んだか", "Where it stands")
    service: OfService = about("どの手続きか", "Which service")
    department: str = about("課の id", "Id of the department")
    language: str = about("本人が読んだことば", "Language the resident read", examples=["ja", "ja-simple", "en"])
    channel: Literal["web", "counter", "paper"] = about(
        "どう届いたか。web は本人が自分で、counter は窓口で職員といっしょに、paper は紙から、書いたもの",
        "How it came: written by the resident, with the staff at a counter, or typed from paper",
    )
    applicant: Applicant = about("申し込んだ人", "Who applied")
    helper: Helper | None = about("代わりに書いた人。いなければ null", "Who wrote for them; null where nobody did")
    answers: list[Answer] = about("答え", "The answers")
    files: list[File] = about("ファイル", "The files")
    flags: list[Flag] = about(
        "確かめてほしいこと。本人に一度聞いて、そのままでよいと答えたもの。紙のときは、聞いていません",
        "What to check: the resident was asked about it once and stayed with it; with paper nobody was asked",
    )
    earlier: list[str] = about(
        "同じ人が、同じ手続きで前に送ったものの受付番号", "Receipt numbers of what the same person sent before"
    )
    consent: Consent | Any = about(
        "押した印の記録。このまま、yorisoi consent verify で確かめられます。"
        "記録の列ができる前のものは、この形ではありません",
        "The record of the consent, ready for yorisoi consent verify; what is older than the log has another form",
    )
    seen_at: str | None = about(
        "課のシステムが、このAPIかWebhookで初めて受けとった日時（日本時間）。これより前なら、本人は申し込みを送らなかったことにできます。"
        "メールには null と書いてあります",
        "When a system of the office first took it by this API or a webhook. Until then the resident may unsend it. "
        "Null in mails",
        format="date-time",
    )
    acknowledged_at: str | None = about(
        "課が受けとったと、はっきりした日時（日本時間）。まだなら null。メールには null と書いてあります",
        "Since when it is certain that the office has it (Japan's time); null until then, and in mails",
        format="date-time",
    )
    withdrawn: list[Withdrawn] = about(
        "本人が取りやめたこと。古い順です。全部を取りやめたときは、status も withdrawn になります",
        "What the resident took back, oldest first; after the whole was, status is withdrawn too",
    )
    principal: Principal | None = about(
        "ほかの人が代わりに送ったときの、本人の返事。本人に聞かなくてよいときは null",
        "The word of the person somebody else applied for; null where nobody is to be asked",
    )


class Cases(Told):
    """届いた申し込みの、ひとつづき

    Some applications in a row.
    """

    schema_version: Literal["1"] = about("この形の版", "Version of this form")
    cases: list[Case] = about("申し込み。届いた順です", "Applications in the order they came")
    next: str = about("次に after として送るもの。いつもあります。", "What to send as after next; always there")
    more: bool = about("今すぐ続きがあるかどうか", "Whether there is more at once")
