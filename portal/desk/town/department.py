"""A department: what it is called, its telephone and address, and after how long an application that waits alarms."""

from __future__ import annotations

from portal.accounts.staff.role import ADMINISTRATOR
from portal.desk.page import Page
from portal.desk.town.editing import edit
from portal.desk.town.editing.field import NUMBER, PHONE, WORDS, Field
from portal.desk.town.editing.part import Part
from portal.desk.visit import DeskVisit
from portal.language.words import Say, say
from portal.municipalities.own.overlay import DEPARTMENT, of
from portal.web.house import Answer

FIELDS = (
    Field("name", say("課と係の名前"), say("住民への手紙と画面に出ます。"), WORDS),
    Field("phone", say("電話番号"), say("数とハイフンで書いてください。"), PHONE),
    Field("email", say("メールアドレス"), say("申し込みが届くアドレスです。次の申し込みから、そこに届きます。")),
    Field(
        "limit",
        say("何時間たったら知らせるか"),
        say("届いた申し込みを、だれも受けとらないまま、この時間が過ぎると、メールで知らせます。"),
        NUMBER,
        say("時間"),
    ),
)


def part(visit: DeskVisit, id: str) -> Part:
    """A department of the town. Raises KeyError."""
    known = visit.town.departments[id]
    return Part(
        id=of(DEPARTMENT, id),
        page="department",
        title=Say(known.name),
        lead=say("課の名前、電話番号、申し込みが届くアドレスです。"),
        fields=FIELDS,
        of=lambda town: town.departments[id],
    )


def show(visit: DeskVisit) -> Answer:
    """The form."""
    return edit.show(visit, _found(visit))


def take(visit: DeskVisit) -> Answer:
    """What was typed."""
    return edit.take(visit, _found(visit))


def _found(visit: DeskVisit) -> Part | None:
    id = visit.parts["department"]
    return part(visit, id) if id in visit.town.departments else None


PAGE = Page(name="department", needs=ADMINISTRATOR, show=show, take=take, proven=True)
