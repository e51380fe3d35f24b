"""The letter by post: a sheet with a code, for a person who is to be reached at the address the town has registered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection

from portal.cases import case as cases
from portal.cases.case import Case
from portal.cases.principal import invitation, standing
from portal.cases.principal.invitation import LETTER, LIVES
from portal.cases.principal.standing import WAITING
from portal.catalogue.published import recalled
from portal.language.dates import JAPAN, shown
from portal.language.words import SOURCE, words_for
from portal.municipalities import Municipality
from portal.security.keys import Keys
from portal.templating import page

GROUP = 3
"""Digits of the code that are read at a time."""


class Unasked(Exception):
    """There is nobody to write to: no such case, nobody is to be asked, or they have answered. The text says which."""


class Place(NamedTuple):
    """Where the person goes: the address in words, and a picture of it for a camera (SVG of our own making)."""

    address: str
    picture: str


def letter(
    db: Connection, keys: Keys, about: tuple[Municipality, Case], to: Sequence[str], where: tuple[Place, datetime]
) -> str:
    """The sheet as HTML, with a fresh code; the code of an earlier sheet ends. `to` are the lines of the address."""
    (town, case), (place, now) = about, where
    code = invitation.issue(db, keys, (town.code, case.id), LETTER, now)
    words = words_for(SOURCE)
    told: dict[str, Any] = {
        "language": SOURCE,
        "town": town,
        "department": town.departments[case.department],
        "case": case,
        "to": to or registered(db, case),
        "code": " ".join(code[at : at + GROUP] for at in range(0, len(code), GROUP)),
        "place": place,
        "today": shown(now.astimezone(JAPAN).date(), words),
        "sent": shown(case.received.astimezone(JAPAN).date(), words),
        "until": shown((now + LIVES[LETTER]).astimezone(JAPAN).date(), words),
    }
    return page("letters/posted/page.html", told)


def waited_for(db: Connection, keys: Keys, town: Municipality, number: str) -> Case:
    """The case of a receipt number whose person is still to be asked. Raises Unasked."""
    case = cases.by_number(db, keys, town.code, number)
    if case is None:
        raise Unasked(f"There is no case {number} in {town.slug}.")
    found = standing.of(db, keys, case)
    if found is None:
        raise Unasked(f"Nobody applied for somebody else in case {number}, or nobody had asked them to.")
    if found.state != WAITING:
        raise Unasked(f"There is nothing to ask in case {number}: {standing.OFFICE[found.state]}.")
    return case


def registered(db: Connection, case: Case) -> tuple[str, ...]:
    """The person's address as it was written in the application, for the office to hold against its register."""
    version = recalled(db, case.municipality, case.version)
    ids = (
        {question.id for question in version.source.questions if question.role == "applicant_address"}
        if version
        else ()
    )
    return next((answer.shown for answer in case.answers if answer.id in ids), ())
