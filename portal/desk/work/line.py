"""A case as one line of a list: whose it is, what it needs, how long it waits."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from portal.accounts.staff import person as people
from portal.cases.case import Case
from portal.cases.status import NAMES
from portal.desk.staff.roles import department_name
from portal.desk.visit import DeskVisit
from portal.desk.work.chosen import TURN_NAMES
from portal.language.dates import JAPAN, shown
from portal.language.words import say

GONE = say("いまはいない人")
TODAY, WAITED = say("待ちはじめた日：今日"), say("待っている日数：{days}日")


class Line(NamedTuple):
    """Words for people; `needs` is what the office has to do now, or where it stands; `flags` are open doubts."""

    address: str
    name: str
    kana: str
    title: str
    number: str
    needs: str
    waits: str
    received: str
    flags: int
    whose: str
    department: str


def lines(visit: DeskVisit, cases: Iterable[Case], several: bool) -> list[Line]:
    """Cases as lines; the department is told where there are `several`."""
    clerks = names(visit)
    return [_line(visit, case, clerks, several) for case in cases]


def names(visit: DeskVisit) -> dict[str, str]:
    """The staff of the town by their ids."""
    return {one.id: one.name for one in people.everybody(visit.db, visit.house.keys, visit.town.code)}


def whose(visit: DeskVisit, case: Case, clerks: dict[str, str]) -> str:
    """The clerk who works on a case; "" for nobody."""
    return clerks.get(case.assignee, visit.say(GONE)) if case.assignee else ""


def waits(visit: DeskVisit, case: Case) -> str:
    """How long it has been its turn; "" where it needs nothing."""
    return waited(visit, case.turned) if case.turn and case.turned else ""


def waited(visit: DeskVisit, since: datetime) -> str:
    """How long somebody has waited since a moment, in days as people count them."""
    days = (visit.today - since.astimezone(JAPAN).date()).days
    return visit.say(WAITED, days=days) if days > 0 else visit.say(TODAY)


def _line(visit: DeskVisit, case: Case, clerks: dict[str, str], several: bool) -> Line:
    return Line(
        visit.url("case", case=case.id),
        case.applicant,
        case.kana,
        case.title,
        case.number,
        visit.say(TURN_NAMES.get(case.turn, NAMES[case.status])),
        waits(visit, case),
        shown(case.received.astimezone(JAPAN).date(), visit.words),
        case.flagged,
        whose(visit, case, clerks),
        department_name(visit, case.department) if several else "",
    )
