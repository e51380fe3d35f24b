"""A service as a system is given it: its questions, in one language, and what is agreed to."""

from __future__ import annotations

from typing import Any

from portal.api.v1.shapes.both import Told, about


class Choice(Told):
    """選べる答え

    One answer to choose from.
    """

    id: str = about("答えとして送るもの", "What is sent as the answer")
    label: str = about("ことば", "Its words")
    hint: str = about("説明", "Its explanation")


class Question(Told):
    """一つの質問

    One question.
    """

    id: str = about("質問の id", "Id of the question")
    kind: str = about("答えの種類", "Kind of answer")
    ask: str = about("質問", "The question")
    short: str = about("短い名前", "Its short name")
    hint: str = about("書き方", "How to answer")
    why: str = about("聞くわけ", "Why it is asked")
    required: bool | str = about(
        "答えが要るか。soft は、なくても受けとるもの", "Whether an answer is needed; soft is taken without one too"
    )
    role: str | None = about("何についての質問か", "What it is about")
    parts: list[str] = about("送るときの、答えの部分", "The parts of an answer, as they are sent")
    options: list[Choice] = about("選べる答え", "Answers to choose from")
    limits: dict[str, Any] = about("決まり。kind ごとにちがいます", "Limits; each kind has its own")
    when: dict[str, Any] = about(
        "ほかの質問の答えがこのときだけ聞きます", "Asked only when other answers are like this"
    )
    each: str | None = about("だれについて一人ずつ聞くか（家族の質問の id）", "Asked of each person of that household")
    including: str | None = about("applicant のときは、本人についても聞きます", "applicant: of the applicant as well")


class Wording(Told):
    """同意することばの一つ

    One statement that is agreed to.
    """

    id: str = about("文の id", "Id of the statement")
    kind: str = about("申し立て、同意、確認、依頼", "Sort of statement")
    text: str = about("文", "The statement")
    meaning: str = about("やさしい言いかえ", "What it means in plain words")
    optional: bool = about("同意しなくても申し込めるか", "Whether one may apply without it")


class Service(Told):
    """一つの手続き

    One service.
    """

    id: str = about("手続きの id", "Id of the service")
    title: str = about("名前", "Its name")
    summary: str = about("どんな手続きか", "What it is for")
    department: str = about("課の id", "Id of the department")
    effective: str = about("この質問が使われはじめた日", "First day of these questions", format="date")
    version: str = about("質問の SHA-256", "SHA-256 of the questions")
    deadline: str | None = about("終わりの日", "Last day", format="date")
    open: bool = about("今、紙の申し込みを送れるか", "Whether applications on paper may be handed in now")
    language: str = about("この答えのことば", "Language of this answer")
    languages: list[str] = about("質問のあることば", "Languages there are")


class ServiceInFull(Service):
    """一つの手続きと、その質問のすべて

    One service and all of its questions.
    """

    questions: list[Question] = about("質問。聞く順です", "The questions in order")
    statements: list[Wording] = about("同意することば", "What is agreed to")


class Services(Told):
    """この町の、この課の手続き

    Services of these departments of the town.
    """

    services: list[Service] = about("手続き", "The services")
