"""What a clerk typed into the search's one box: a receipt number, a telephone, a birth date, a name, in any order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from portal.answers.typed_phone import read_phone
from portal.cases.number import read_number
from portal.language.wareki import NoSuchDay, OutsideEra, day_of, western_day
from portal.language.width import narrow
from portal.language.written_date import WrittenDate, whole

LONGEST = 200
"""Signs that are looked at."""
_OF_A_NUMBER = re.compile(r"[+(]?[0-9][-()0-9]*")
_SPACED_DATE = re.compile(r"(?<=[年月]) +(?=[0-9元])|(?<=[0-9元]) +(?=[年月日])")


@dataclass(frozen=True)
class Sought:
    """What a case is looked for by: all that is told must fit; `birth_date` is an ISO date. A receipt number that is
    found is enough. It is all empty where nothing was understood."""

    number: str = ""
    name: str = ""
    birth_date: str = ""
    phone: str = ""


def understood(text: str) -> Sought:
    """What is looked for. Ten digits may be a receipt number or a telephone: both are told."""
    plain = _SPACED_DATE.sub("", narrow(text[:LONGEST]))
    born, numbers, names = "", [], []
    for piece in plain.split():
        day = _day(piece)
        if day:
            born = day.isoformat()
        elif _OF_A_NUMBER.fullmatch(piece):
            numbers.append(piece)
        else:
            names.append(piece)
    phone, amiss = read_phone(" ".join(numbers)) if numbers else ("", None)
    number = read_number("".join(numbers)) or ""
    return Sought(number, "" if number else " ".join(names), born, "" if amiss else phone)


def _day(piece: str) -> date | None:
    written = whole(piece)
    try:
        return _of(written) if written else None
    except (NoSuchDay, OutsideEra, ValueError):
        return None


def _of(written: WrittenDate) -> date | None:
    if written.era:
        return day_of(written.era, written.year, written.month, written.day)
    return western_day(written.year, written.month, written.day) if written.western else None
