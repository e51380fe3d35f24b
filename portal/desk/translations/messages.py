"""The messages of a language, page by page: those not read yet, those put otherwise, those that are right."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urlencode

from markupsafe import Markup

from portal.accounts.staff.role import TRANSLATOR
from portal.desk.page import Page
from portal.desk.translations.book import LEFT, STATES, book, language, shown, standing
from portal.desk.visit import DeskVisit
from portal.language.marks import plain
from portal.language.translating import said
from portal.web.house import Answer

A_PAGE = 20


class Line(NamedTuple):
    """A message with the address of its page."""

    source: str
    translation: Markup
    address: str


def show(visit: DeskVisit) -> Answer:
    """Those of one standing, after the message named."""
    code = language(visit)
    if not code:
        return visit.refuse(404)
    asked = visit.request.query_params
    which = asked.get("which", LEFT) if asked.get("which") in STATES else LEFT
    words = said.of_language(visit.db, visit.town.code, code)
    every = [*book(code).messages.values()]
    ids = [told.id for told in every]
    first = ids.index(asked["after"]) + 1 if asked.get("after") in ids else 0
    found = [told for told in every[first:] if standing(told, words.get(told.id)) == which]
    lines = [
        Line(
            plain(told.source[0]),
            shown(told.translation[0], code),
            visit.url("message", language=code, message=told.id),
        )
        for told in found[:A_PAGE]
    ]
    return visit.page(
        "desk/translation.html",
        name=visit.tongue(code),
        code=code,
        lines=lines,
        which=which,
        choices=[(one, visit.say(name), f"{visit.here}?{urlencode({'which': one})}") for one, name in STATES.items()],
        after=f"{visit.here}?{urlencode({'which': which, 'after': found[A_PAGE - 1].id})}" if found[A_PAGE:] else "",
        start=f"{visit.here}?{urlencode({'which': which})}" if first else "",
    )


PAGE = Page(name="translation", needs=TRANSLATOR, show=show, slow=True)
