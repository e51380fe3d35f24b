"""What is clean is approved in one go by whoever decides; what is not says why, and stays as it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from portal.accounts.staff.role import APPROVER
from portal.cases import inbox
from portal.cases.case import Case
from portal.cases.queue import listing
from portal.cases.queue.listing import Queue
from portal.cases.turn import NEW, ON
from portal.cases.work import many
from portal.cases.work.many import Approving, One
from portal.desk.page import Page
from portal.desk.visit import DeskVisit
from portal.desk.work.reach import act, reach, writing
from portal.language.words import Say, say
from portal.templating import whole
from portal.web.house import Answer

BOX = "pick-"
NUMBER = say("受付番号 {number}")
NONE_TICKED = say("決める申し込みを、選んでください。")
OUTCOMES = {
    many.APPROVED: say("終わりました。本人に知らせました。"),
    many.DECIDED_BEFORE: say("もう決まっていました。"),
    many.CHANGED: say("ほかの人が、先に変えました。開いて見てください。"),
    many.GONE: say("見つかりませんでした。"),
    many.FLAGGED: say("確かめることが残っています。開いて見てください。"),
    many.WAITED: say("本人が返事か電話を待っています。開いて見てください。"),
    many.TWICE: say("同じ人が、前にも送っています。開いて見てください。"),
    many.BESIDE: say("同じ人か、同じ口座の申し込みが、ほかにもあります。開いて見てください。"),
    many.UNCONFIRMED: say("頼んだ本人の返事が、まだありません。"),
    many.STUCK: say("いまの様子からは、進められません。開いて見てください。"),
}
"""What became of one, in words."""


class Box(NamedTuple):
    """A case as a box to tick: its id with the revision it was seen at."""

    id: str
    label: str
    hint: str


class Became(NamedTuple):
    """What became of a case: its address, whose it is, in words."""

    address: str
    name: str
    outcome: str


def show(visit: DeskVisit) -> Answer:
    """What is clean now."""
    return _page(visit)


def take(visit: DeskVisit) -> Answer:
    """Approve what was ticked, each as it was seen and in a transaction of its own."""
    if not (seen := [*_ticked(visit)]):
        return _page(visit, amiss=NONE_TICKED)
    house = visit.house
    by = Approving(house.database, house.keys, lambda db, case: writing(visit, case, db))
    one = act(visit, "", 0)
    return _page(visit, became=many.approve(by, many.acts(one.reach, seen, one)))


def clean(visit: DeskVisit) -> list[Case]:
    """The cases of whoever decides that need no look: those that were begun, then the new ones, the oldest first."""
    mine, keys = reach(visit, APPROVER), visit.house.keys
    found: list[Case] = []
    for turn in (ON, NEW):
        some = Queue(municipality=visit.town.code, departments=mine.departments, turn=turn, limit=many.MOST // 2)
        found += listing.page(visit.db, keys, some).cases
    return [case for case in found if not many.clean(visit.db, keys, mine, case)]


def _ticked(visit: DeskVisit) -> Iterator[tuple[str, int]]:
    for name in visit.form.typed:
        id, _, revision = name.removeprefix(BOX).partition(".")
        if name.startswith(BOX) and revision.isascii() and revision.isdecimal() and len(revision) < 10:
            yield id, int(revision)


def _page(visit: DeskVisit, amiss: Say | None = None, became: list[One] | None = None) -> Answer:
    ready = clean(visit)
    visit.listed(ready)
    boxes = [Box(f"{one.id}.{one.revision}", one.applicant, _about(visit, one)) for one in ready]
    return visit.page(
        "desk/approve.html",
        status=422 if amiss else 200,
        boxes=boxes,
        became=[*_became(visit, became or [])],
        problems={f"{BOX}{boxes[0].id}": visit.say(amiss)} if amiss and boxes else {},
    )


def _about(visit: DeskVisit, one: Case) -> str:
    return whole(f"{one.title}　{visit.say(NUMBER, number=one.number)}")


def _became(visit: DeskVisit, outcomes: list[One]) -> Iterator[Became]:
    mine = reach(visit, APPROVER)
    for one in outcomes:
        if case := inbox.one(visit.db, visit.house.keys, mine, one.id):
            yield Became(visit.url("case", case=case.id), case.applicant, visit.say(OUTCOMES[one.outcome]))


PAGE = Page(name="approve", needs=APPROVER, show=show, take=take, reads=True, slow=True)
