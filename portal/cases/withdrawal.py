"""Taking back: an application as a whole or one consent of it, by whoever sent it; the office is told.

What was given stays in the log; taking it back is a leaf of its own, and holds from then on. Until a system of the
office has fetched the case, taking the whole back is as if it had never been sent; later it depends on the service.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from portal.cases import case as cases
from portal.cases.case import Case
from portal.cases.course.events import CONSENT_TAKEN_BACK, TAKEN_BACK
from portal.cases.letters.channels import News, tell
from portal.cases.letters.department import of_withdrawal
from portal.cases.principal import standing as principal
from portal.cases.status import WITHDRAWN, undecided
from portal.consent import bundle, record
from portal.consent.bundle import Taken
from portal.consent.record import GIVEN, Act
from portal.consent.wording import Part
from portal.municipalities import Municipality
from portal.security.keys import Keys

UNTIL_DECIDED = "until-decided"


@dataclass(frozen=True)
class Wish:
    """What somebody takes back, in the words shown (a `withdrawal` of wording), by which act; `until` is how long the
    service lets them take back the whole, `portal` the portal's public address.
    """

    part: Part
    act: Act
    until: str
    portal: str


def possible(case: Case, until: str) -> bool:
    """Whether the whole can be taken back now."""
    in_time = case.seen is None or until == UNTIL_DECIDED
    return in_time and undecided(case.status) and bool(bundle.records(case.consent))


def taken(db: Connection, case: Case) -> tuple[Taken, ...]:
    """What was taken back of a case, oldest first."""
    act = bundle.act(case.consent)
    return tuple(bundle.taken(db, case.municipality, [act])[act])


def standing(case: Case, taken: tuple[Taken, ...]) -> list[Mapping[str, Any]]:
    """The records of optional consents that hold as things are: those that can be taken back by themselves."""
    gone = {one.purpose for one in taken}
    if "" in gone or case.status == WITHDRAWN:
        return []
    given = (each for each in bundle.records(case.consent) if each["event"] == GIVEN)
    return [each for each in given if any(p["optional"] and p["id"] not in gone for p in each["purposes"])]


def take_back(db: Connection, keys: Keys, town: Municipality, id: str, wish: Wish) -> bool:
    """Take it back in the caller's transaction; False when that was done before or cannot be done any more."""
    case = cases.held(db, keys, town.code, id)
    before = _before(db, case, wish) if case else []
    if case is None or not before:
        return False
    bundle.add(db, keys, town.code, [record.withdrawn(before, wish.part, wish.act)])
    if not wish.part.purpose:
        cases.stands(db, case, WITHDRAWN, wish.act.at)
        case = cases.held(db, keys, town.code, id) or case
    letter = of_withdrawal(case, town, taken(db, case), principal.of(db, keys, case))
    purpose = wish.part.purpose
    event, data = (CONSENT_TAKEN_BACK, {"purpose": purpose}) if purpose else (TAKEN_BACK, {})
    tell(db, keys, News(case, town, event, letter, wish.portal, data), wish.act.at)
    return True


def _before(db: Connection, case: Case, wish: Wish) -> Sequence[Mapping[str, Any]]:
    """The records that are taken back: those of one purpose, or all of them."""
    if not wish.part.purpose:
        return bundle.records(case.consent) if possible(case, wish.until) else []
    held = standing(case, taken(db, case))
    return [each for each in held if any(p["id"] == wish.part.purpose for p in each["purposes"])]
