"""Where a message is seen, in words, and the way there: its page itself, or the nearest one that opens by itself."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote

from portal.catalogue.version import Version
from portal.desk.translations import names
from portal.desk.visit import DeskVisit
from portal.language.marks import plain
from portal.language.translating import seen
from portal.language.translating.faults import VALUES
from portal.language.translating.messages import Told
from portal.language.translating.seen import Seen
from portal.language.words import EASY, say
from portal.web.addresses import PATTERNS, address

BEFORE = {
    **dict.fromkeys(("own", "ask", "revoke", "reply", "call"), "status"),
    **dict.fromkeys(("sign", "object", "signed"), "posted"),
    "checked": "verify",
}
"""Pages that open with a number or a code only, and the page where that is typed."""
BEGIN = "start"
OF_ANY_SERVICE = {
    **{name: name for name in ("notice", "waiting")},
    **dict.fromkeys(("turn", "unsent", "listening"), BEGIN),
}
"""Pages that every service has alike, and the one of a service that opens by itself."""
OPENS = frozenset({BEGIN, *OF_ANY_SERVICE.values()})
"""Pages of a service for which nothing has to be written before."""
AT_THE_COUNTER = "counter"
NOWHERE = {"problem/404": ("start", {"service": "x"}), "problem/invitation": ("own", {"token": "x"})}
"""Refusals, and what is refused so."""
UNSPOKEN = "name"


class Place(NamedTuple):
    """Its page, and what it is there and when; `link` leads to the page called `to`, or is "" where none can."""

    page: str
    what: str
    link: str
    to: str


def place(visit: DeskVisit, told: Told, code: str) -> Place:
    """Where a message is seen first; of one that is on no page, what it is written in."""
    found = seen.places().get(told.source[0])
    if not found:
        return Place(visit.say(names.USED[seen.used(told.places)]), "", "", "")
    what = visit.words.in_brackets(visit.say(names.WHAT[found.place]), _when(visit, found.state))
    to = _to(visit, found)
    link = _address(visit, to, code)
    if link and to.rpartition("/")[2] == found.page.rpartition("/")[2]:
        link += _at(told, found, code)
    return Place(_called(visit, found.page), what, link, _called(visit, to) if link else "")


def _when(visit: DeskVisit, state: str) -> str:
    """In which state of its page."""
    base, _, more = state.partition(", ")
    told = [names.READ_BACK if base.endswith(names.READ_BACK) else base, *([more] if more == names.MORE else [])]
    return visit.words.listed(visit.say(names.WHEN[one]) for one in told if one in names.WHEN)


def _called(visit: DeskVisit, page: str) -> str:
    """A page by its heading, one of a service by that of the service too."""
    first, _, rest = page.partition("/")
    if page in names.PAGES:
        return visit.say(names.PAGES[page])
    id, _, person = rest.partition("/")
    heading = visit.say(names.OF_SERVICE.get(person or id, names.QUESTION))
    if not (version := _version(visit, first)):
        return heading
    service = version.told(visit.language).service
    asked = next((one.short for one in service.questions if one.id == id and not person), heading)
    return visit.say(say("「{service}」の「{page}」"), service=service.title, page=asked)


def _version(visit: DeskVisit, service: str) -> Version | None:
    """The words of a service: those of this town, or of another where it is not done here."""
    catalogue = visit.house.catalogue
    here = catalogue.version_on(visit.town.code, service, visit.today)
    return here or next((one for one in catalogue.versions if one.service == service), None)


def _to(visit: DeskVisit, found: Seen) -> str:
    """The page that can be opened by itself: this one, or the nearest on the way to it."""
    first, _, rest = found.page.partition("/")
    if found.page in NOWHERE:
        return found.page
    if first in OF_ANY_SERVICE or first == AT_THE_COUNTER:
        return _of_some_service(visit, first) or found.page
    if rest == "withdraw":
        return "status"
    return f"{first}/{BEGIN}" if rest and _version(visit, first) else BEFORE.get(first, found.page)


def _of_some_service(visit: DeskVisit, page: str) -> str:
    """That page of the first service of the town that has it; "" where none has."""
    catalogue, town, at_counter = visit.house.catalogue, visit.town.code, page == AT_THE_COUNTER
    for service in dict.fromkeys(one.service for one in catalogue.versions if one.municipality == town):
        now = catalogue.version_on(town, service, visit.today)
        if now and now.source.consent.at_the_counter == at_counter:
            return f"{service}/{BEGIN if at_counter else OF_ANY_SERVICE[page]}"
    return ""


def _address(visit: DeskVisit, page: str, code: str) -> str:
    """Where a page opens in a language; "" for one that does not open here by itself."""
    slug, offered = visit.town.slug, visit.house.catalogue
    if page in NOWHERE:
        name, parts = NOWHERE[page]
        return address(name, code, slug, **parts)
    if page == "towns":
        return f"/{code}/"
    first, _, rest = page.partition("/")
    if rest:
        here = offered.version_on(visit.town.code, first, visit.today)
        return address(rest, code, slug, service=first) if here and rest in OPENS else ""
    return address(first, code, slug) if PATTERNS.get(first, "").count("{") == 2 else ""


def _at(told: Told, found: Seen, code: str) -> str:
    """The part of an address by which browsers go to the words and light them (WICG Text Fragments).

    Kana above the words part them, and a name that is only heard stands nowhere.
    """
    if found.place == UNSPOKEN or code == EASY:
        return ""
    pieces = VALUES.split(plain(told.translation[0]))[::2]
    words = max((line.strip() for piece in pieces for line in piece.split("\n")), key=len)
    return f"#:~:text={quote(words, safe='').replace('-', '%2D')}" if words else ""
