"""People, not forms: who waits longest, who is stuck on which answer, who went silent; each with one thing to do."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from portal.accounts.staff.role import CLERK
from portal.cases.case import Case
from portal.cases.queue import people
from portal.cases.queue.listing import Queue
from portal.cases.queue.people import SILENCE, Waiting
from portal.cases.turn import CALL
from portal.desk.visit import DeskVisit
from portal.desk.work.reach import may, reach
from portal.language.dates import JAPAN
from portal.language.words import Say, say

LONGEST, STUCK, SILENT = "longest", "stuck", "silent"
HEADINGS = {
    LONGEST: say("いちばん長く待っている人"),
    STUCK: say("答えに困っている人"),
    SILENT: say("返事が来なくなった人"),
}
HINTS = {
    LONGEST: say("役所の返事を、いちばん長く待っています。"),
    STUCK: say("送った答えに、確かめたいところがあります。こちらから聞くと、早く進みます。"),
    SILENT: say("質問を送ってから、{days}日より長く、返事がありません。電話で聞いてみてください。"),
}
NOBODY = {
    LONGEST: say("待っている人はいません。ありがとうございます。"),
    STUCK: say("困っている人はいません。"),
    SILENT: say("みなさんから、返事が来ています。"),
}
OPEN, PHONE, ASK = say("申し込みを開く"), say("電話で話すことを開く"), say("聞く文を開く")
TODAY, DAYS = say("今日から待っています"), say("{days}日待っています")
ASKED_TODAY, ASKED = say("今日、聞きました"), say("聞いてから{days}日")


class Somebody(NamedTuple):
    """One person: words for people, and the address of the one thing to do."""

    name: str
    waits: str
    about: str
    title: str
    number: str
    address: str
    act: str


class Group(NamedTuple):
    """Some people, what they have in common, and what is said where there is nobody."""

    id: str
    heading: str
    hint: str
    people: tuple[Somebody, ...]
    nobody: str


def groups(visit: DeskVisit) -> list[Group]:
    """The people of the departments whose cases this person reads; put into the trail before they are shown."""
    mine = reach(visit)
    queue = Queue(municipality=mine.municipality, departments=mine.departments)
    db, keys = visit.db, visit.house.keys
    found = {
        LONGEST: people.longest(db, keys, queue),
        STUCK: people.stuck(db, keys, queue),
        SILENT: people.silent(db, keys, queue, visit.now),
    }
    visit.listed(one.case for one in _once(found.values()))
    return [_group(visit, id, some) for id, some in found.items()]


def _once(found: Iterable[list[Waiting]]) -> Iterable[Waiting]:
    """Whoever is in two lists is seen once."""
    return {one.case.id: one for some in found for one in some}.values()


def _group(visit: DeskVisit, id: str, found: list[Waiting]) -> Group:
    some = tuple(_somebody(visit, id, one) for one in found)
    return Group(id, visit.say(HEADINGS[id]), visit.say(HINTS[id], days=SILENCE.days), some, visit.say(NOBODY[id]))


def _somebody(visit: DeskVisit, id: str, one: Waiting) -> Somebody:
    case = one.case
    anchor, act = _act(visit, id, case)
    return Somebody(
        case.applicant,
        _since(visit, one.since, *((ASKED_TODAY, ASKED) if id == SILENT else (TODAY, DAYS))),
        visit.say("、").join(one.about),
        case.title,
        case.number,
        visit.url("case", case=case.id) + anchor,
        visit.say(act),
    )


def _act(visit: DeskVisit, id: str, case: Case) -> tuple[str, Say]:
    """Where on the page of the case, and what is done there by who may; who only reads opens it."""
    if not may(visit, case, CLERK):
        return "", OPEN
    if id == STUCK:
        return "?words=doubts#text", ASK
    if id == SILENT:
        return "?words=call#to-call", PHONE
    if case.turn == CALL:
        return "#call-wanted", PHONE
    return "", OPEN


def _since(visit: DeskVisit, since: datetime, today: Say, more: Say) -> str:
    days = (visit.today - since.astimezone(JAPAN).date()).days
    return visit.say(more, days=days) if days > 0 else visit.say(today)
