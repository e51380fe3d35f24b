"""The languages, and how much of each this town has read."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from portal.accounts.staff.role import TRANSLATOR
from portal.desk.page import Page
from portal.desk.translations.book import LEFT, PROPOSED, book, standing
from portal.desk.visit import DeskVisit
from portal.language.translating import said
from portal.language.words import CODES, OTHERS, SOURCE
from portal.web.house import Answer


class Line(NamedTuple):
    """A language with its address, how many messages nobody has read, and for how many something else is proposed."""

    name: str
    in_japanese: str
    code: str
    address: str
    left: int
    proposed: int


def show(visit: DeskVisit) -> Answer:
    """All of them."""
    return visit.page("desk/translations.html", lines=[_line(visit, code) for code in OTHERS])


def _line(visit: DeskVisit, code: str) -> Line:
    words = said.of_language(visit.db, visit.town.code, code)
    counted = Counter(standing(told, words.get(told.id)) for told in book(code).messages.values())
    address = visit.url("translation", language=code)
    in_japanese = visit.tongue(code) if visit.language == SOURCE else ""
    return Line(CODES[code].own_name, in_japanese, code, address, counted[LEFT], counted[PROPOSED])


PAGE = Page(name="translations", needs=TRANSLATOR, show=show, slow=True)
