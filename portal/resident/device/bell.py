"""The wish to be told when the office has answered: offered quietly after sending, taken from our script alone."""

from __future__ import annotations

from typing import NamedTuple

from portal.cases.case import Case
from portal.cases.course import bell
from portal.cases.course.bell import Browser, TooMany
from portal.cases.status import WITHDRAWN
from portal.delivery.push.own_key import shown
from portal.resident import way
from portal.web.house import Answer
from portal.web.visit import Visit

HERE, QUIET = "here", "quiet"
"""How the address names this browser, and the button that ends it."""


class Offer(NamedTuple):
    """Where the wish goes, and the key by which push services know us."""

    action: str
    key: str


def offer(visit: Visit, case: Case) -> Offer | None:
    """None where no answer is to come any more."""
    if case.status == WITHDRAWN:
        return None
    action = visit.url("bell", service=case.service, number=case.number, what=HERE)
    return Offer(action, shown(visit.house.keys))


def show(visit: Visit) -> Answer:
    """Nothing to see: to where the office's answers stand."""
    return visit.go("status")


def take(visit: Visit) -> Answer:
    """Ring this browser for the case, or no more for any case of the town; answers with nothing."""
    typed = visit.form.typed
    if visit.form.do == QUIET:
        bell.take_down(visit.db, visit.town.code, typed.get("endpoint", ""))
        return Answer(status=204)
    case = way.numbered(visit)
    if case is None:
        return visit.refuse(404)
    keys = {name: typed.get(name, "") for name in ("endpoint", "p256dh", "auth")}
    browser = Browser(**keys, known=shown(visit.house.keys), language=visit.language)
    if not browser.sound or case.status == WITHDRAWN:
        return visit.refuse(400)
    try:
        bell.hang(visit.db, visit.house.keys, case, browser)
    except TooMany:
        return visit.refuse(429)
    return Answer(status=204)
