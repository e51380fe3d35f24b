"""The inbox: the queues of the departments somebody works for, what needs them now first, page by page."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from portal.accounts.staff.role import APPROVER, READER
from portal.cases.queue import counts, listing, views
from portal.cases.queue.views import Unfit, View
from portal.cases.turn import TURNS
from portal.desk.at_once.news import newest
from portal.desk.page import Page
from portal.desk.staff.roles import department_name
from portal.desk.visit import DeskVisit
from portal.desk.work import chosen
from portal.desk.work.line import lines
from portal.desk.work.reach import reach
from portal.language.words import Say, say
from portal.web.house import Answer

UNFIT = say("名前を書いてください。残せるのは30個までです。")
EVERYTHING, MINE, CHOSEN = say("すべて"), say("私の担当"), say("選んだ申し込み")


class Way(NamedTuple):
    """A queue to go to: its name, how many cases, its address, whether it is the one shown."""

    label: str
    many: str
    address: str
    here: bool


class Choice(NamedTuple):
    """One of a set of round buttons."""

    id: str
    label: str


def show(visit: DeskVisit) -> Answer:
    """A page of a queue."""
    params = visit.request.query_params
    return _page(visit, chosen.read(params), params.get("behind", ""))


def take(visit: DeskVisit) -> Answer:
    """Keep the queue that is shown under a name, or forget one."""
    whose = (visit.town.code, visit.person.id)
    if visit.form.do.startswith("drop:"):
        views.drop(visit.db, whose, visit.form.do.removeprefix("drop:"))
        return visit.go("inbox")
    view = chosen.read(visit.form.typed)
    try:
        views.keep(visit.db, visit.house.keys, whose, view)
    except Unfit:
        return _page(visit, view, amiss=UNFIT)
    return Answer(status=303, to=chosen.address(visit.here, view))


def ways(visit: DeskVisit, shown: View | None = None) -> list[Way]:
    """What there is to do, the most urgent first, and what is somebody's own; empty turns are left out."""
    whole = View(name="")
    within = replace(chosen.queue(whole, reach(visit), visit.person.id, visit.now), assignee=visit.person.id)
    found = counts.counts(visit.db, within)
    told: list[tuple[Say, int, View]] = [(EVERYTHING, sum(found.turns.values()), whole)]
    told += [(chosen.TURN_NAMES[turn], found.turns.get(turn, 0), replace(whole, turn=turn)) for turn in TURNS]
    told.append((MINE, found.mine, replace(whole, mine=True)))
    inbox = visit.url("inbox")
    return [
        Way(visit.say(name), visit.count(n, counts.MOST), chosen.address(inbox, view), view == shown)
        for name, n, view in told
        if n or view in (whole, shown)
    ]


def _page(visit: DeskVisit, view: View, behind: str = "", amiss: Say | None = None) -> Answer:
    mine, spot = reach(visit), chosen.spot(behind)
    page = listing.page(visit.db, visit.house.keys, chosen.queue(view, mine, visit.person.id, visit.now), spot)
    bare, several = replace(view, name=""), len(mine.departments) > 1
    queues, kept = ways(visit, bare), _views(visit, bare)
    visit.listed(page.cases)
    shown = [one.label for one in queues if one.here] + [name for name, _, _, here in kept if here]
    return visit.page(
        "desk/inbox.html",
        status=422 if amiss else 200,
        heading=shown[0] if shown else visit.say(CHOSEN),
        ways=queues,
        lines=lines(visit, page.cases, several),
        more=chosen.address(visit.here, bare, page.last) if page.more else "",
        start=chosen.address(visit.here, bare) if spot else "",
        chosen=chosen.told(bare),
        choices=_choices(visit, mine.departments if several else frozenset()),
        views=kept,
        newest=newest(visit),
        approve=visit.url("approve") if reach(visit, APPROVER).departments else "",
        typed=visit.typed,
        problems={"name": visit.say(amiss)} if amiss else {},
    )


def _views(visit: DeskVisit, shown: View) -> list[tuple[str, str, str, bool]]:
    """(name, address, id, whether it is shown) of each queue this clerk has named."""
    kept = views.of_clerk(visit.db, visit.house.keys, (visit.town.code, visit.person.id))
    return [(one.name, chosen.address(visit.here, one), one.id, replace(one, name="", id="") == shown) for one in kept]


def _choices(visit: DeskVisit, departments: frozenset[str]) -> dict[str, list[Choice]]:
    """The buttons by which a queue is narrowed."""
    sets: dict[str, list[Choice]] = {
        "status": [Choice(id, visit.say(name)) for id, name in chosen.STATES.items()],
        "whose": [Choice(id, visit.say(name)) for id, name in chosen.WHOSE.items()],
        "waiting": [Choice(str(days or ""), visit.say(name)) for days, name in chosen.WAITING.items()],
        "order": [Choice("" if id == listing.URGENT else id, visit.say(name)) for id, name in chosen.ORDERS.items()],
    }
    if departments:
        known = [Choice(id, department_name(visit, id)) for id in visit.town.departments if id in departments]
        sets["department"] = [Choice("", visit.say(EVERYTHING)), *known]
    return sets


PAGE = Page(name="inbox", needs=READER, show=show, take=take)
