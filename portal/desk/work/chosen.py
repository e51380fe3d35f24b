"""Which queue is shown: chosen in the address of the page, without a word of anybody, and kept as a view."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

from portal.cases.inbox import Wanted
from portal.cases.queue.listing import OLDEST, URGENT, Queue, Spot
from portal.cases.queue.views import View
from portal.cases.status import MOVES, NAMES
from portal.cases.turn import ASKED, CALL, FLAGGED, NEW, NOTHING, ON, REPLY, TURNS
from portal.language.words import say
from portal.storage.columns import milliseconds

TURN_NAMES = {
    CALL: say("電話を待っている人"),
    REPLY: say("本人から返事が来た"),
    FLAGGED: say("新しい（確かめてから進める）"),
    NEW: say("新しい"),
    ON: say("確かめている"),
    ASKED: say("本人の返事を待っている"),
}
WAITING = {0: say("すべて"), 1: say("1日より前から"), 3: say("3日より前から"), 7: say("7日より前から")}
"""Days that it has waited at least."""
MINE, FREE = "mine", "free"
WHOSE = {"": say("すべて"), MINE: say("私の担当"), FREE: say("担当が決まっていない")}
ORDERS = {URGENT: say("急ぐものから"), OLDEST: say("受けつけた日が古いものから")}
STATES = {"": say("すべて"), **NAMES}


def read(told: Mapping[str, str]) -> View:
    """The queue an address or a form tells of; what there is not is left out."""
    whose, order, department = told.get("whose", ""), told.get("order", URGENT), told.get("department", "")[:60]
    return View(
        name=told.get("name", ""),
        departments=(department,) if department else (),
        turn=_among(told.get("turn", ""), TURNS),
        status=told.get("status", "") if told.get("status") in MOVES else "",
        flagged=bool(told.get("flagged")),
        mine=whose == MINE,
        free=whose == FREE,
        waiting=_among(told.get("waiting", ""), tuple(WAITING)),
        order=order if order in ORDERS else URGENT,
    )


def told(view: View) -> dict[str, str]:
    """A view as `read` takes it; what is as usual is left out."""
    found = {
        "turn": str(view.turn) if view.turn else "",
        "status": view.status,
        "department": view.departments[0] if view.departments else "",
        "flagged": "on" if view.flagged else "",
        "whose": MINE if view.mine else FREE if view.free else "",
        "waiting": str(view.waiting) if view.waiting else "",
        "order": "" if view.order == URGENT else view.order,
    }
    return {name: text for name, text in found.items() if text}


def address(inbox: str, view: View, behind: Spot | None = None) -> str:
    """Where a queue stands, behind a place in it."""
    parts = told(view) | ({"behind": _written(behind)} if behind else {})
    return f"{inbox}?{urlencode(parts)}" if parts else inbox


def queue(view: View, reach: Wanted, clerk: str, now: datetime) -> Queue:
    """A view as its clerk sees it now: never more than the departments in reach."""
    departments = reach.departments & frozenset(view.departments) if view.departments else reach.departments
    return Queue(
        municipality=reach.municipality,
        departments=departments,
        turn=view.turn,
        status=view.status,
        flagged=view.flagged,
        assignee=clerk if view.mine else "" if view.free else None,
        waiting=now - view.waited if view.waiting else None,
        order=view.order,
        limit=reach.limit,
    )


def spot(text: str) -> Spot | None:
    """A place in a queue, as an address tells it; None for what is none."""
    parts = text.split(".")
    if len(parts) != 3 or not all(part.isascii() and part.isdecimal() and len(part) < 16 for part in parts):
        return None
    turn, at, place = map(int, parts)
    return Spot(turn, datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=at), place)


def _written(at: Spot) -> str:
    return f"{at.turn}.{milliseconds(at.turned)}.{at.place}"


def _among(text: str, known: tuple[int, ...]) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 4 and int(text) in known else NOTHING
