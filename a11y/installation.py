"""An installation somewhere else, visited by its address: every page that can be seen without sending an application.

With `walk` the questions are answered with fictional data up to the review; the seal is never pressed, so nothing is
sent. What was begun stays in that installation as a draft until it expires by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Error, Page

from a11y import audit, variants
from a11y.alone import menus
from a11y.check import State, Variant
from a11y.journey import Way
from a11y.pages import PAGES, Named, on, questions
from portal.catalogue.load import SERVICES
from portal.language.words import CODES

FORMS = ("resume", "status")
"""Pages whose form may be sent empty: nothing is looked up."""
PLAIN = ("preferences", "accessibility")
LINKS = "all => all.map((it) => new URL(it.href).pathname)"
MOST_TOWNS = 3
"""Towns visited unless they are named: they share every template, and a national installation has 1,741."""


class NotThere(ValueError):
    """No Yorisoi answers at the address; the text says what was found."""


@dataclass
class Site:
    """An installation: its address, the towns to visit, and whether to answer the questions too."""

    address: str
    towns: tuple[str, ...]
    towns_page: bool
    walk: bool = False
    reminders: list[str] = field(default_factory=list)


def found(browser: Browser, url: str, towns: tuple[str, ...] = (), walk: bool = False) -> Site:
    """The installation at an address, which may name a town. Raises NotThere."""
    parts = urlsplit(url)
    address = f"{parts.scheme}://{parts.netloc}"
    page = _shown(browser, address, Variant())
    try:
        page.goto(parts.path or "/")
    except Error as error:
        raise NotThere(f"{url} does not answer: {error.message.splitlines()[0]}") from None
    language, town, *_ = [*urlsplit(page.url).path.strip("/").split("/"), "", ""]
    if language not in CODES or not page.locator("main").count():
        raise NotThere(f"no Yorisoi answers at {page.url}")
    listed = () if town else _places(page, f"/{language}/")
    page.context.close()
    wanted = towns or ((town,) if town else listed[:MOST_TOWNS])
    site = Site(address, wanted, not town, walk)
    if left := [one for one in listed if one not in wanted]:
        site.reminders.append(f"not visited: {len(left)} more towns; name them with --towns")
    return site


def seen(browser: Browser, site: Site, wanted: audit.Wanted) -> audit.Seen:
    """Every page of the installation in every variant of a round, judged by every wanted look."""
    total, judges = audit.Seen(), wanted.judges("look")
    for variant in wanted.variants or variants.covering(0):
        for page, state in _paper(browser, site, variant, wanted):
            if wanted.meets(state.page):
                total.states.append(state)
                found = audit.judge(page, _as_here(site, state), judges)
                total.findings += [one._replace(page=state.page) for one in found]
    return total


def _as_here(site: Site, state: State) -> State:
    """The state as checks know it, without the town: "kasumigahama/status" is "status"."""
    town, _, name = state.page.partition("/")
    return replace(state, page=name) if town in site.towns else state


def _paper(browser: Browser, site: Site, variant: Variant, wanted: audit.Wanted) -> Iterator[tuple[Page, State]]:
    """Each page and state; shown as on paper only while it is judged."""
    page = _shown(browser, site.address, variant)
    for name, state in _stops(page, site, variant.language, wanted):
        if variant.look == "print":
            page.emulate_media(media="print")
        yield page, State(name, state, variant)
        if variant.look == "print":
            page.emulate_media(media="screen")
    page.context.close()


def _shown(browser: Browser, address: str, variant: Variant) -> Page:
    return variants.shown(browser, address, variant, extra_http_headers={})


def _stops(page: Page, site: Site, language: str, wanted: audit.Wanted) -> Named:
    if site.towns_page:
        yield from _opened(page, f"/{language}/", "towns")
        yield from _opened(page, f"/{language}/accessibility", "accessibility, no town")
    for town in site.towns:
        home = f"/{language}/{town}/"
        yield from _opened(page, home, f"{town}/home")
        yield from menus(page, f"{town}/home")
        services = _places(page, home)
        for name in PLAIN:
            yield from _opened(page, home + name, f"{town}/{name}")
        for name in FORMS:
            yield from _opened(page, home + name, f"{town}/{name}")
            on(page)
            yield f"{town}/{name}", "in error"
        yield from _opened(page, f"{home}no-such-service/", f"{town}/not-found")
        for service in services:
            yield from _opened(page, f"{home}{service}/", f"{town}/{service}/start")
            if site.walk and wanted.enters_below(f"{town}/{service}/"):
                yield from _walked(page, site, home, service, wanted)


def _opened(page: Page, path: str, name: str) -> Named:
    page.goto(path)
    yield name, "as it opens"


def _places(page: Page, below: str) -> tuple[str, ...]:
    """The last parts of the addresses that the list of this page leads to."""
    paths = page.locator("main .list a").evaluate_all(LINKS)
    return tuple(match[1] for path in paths if (match := re.fullmatch(re.escape(below) + r"([^/]+)/", path)))


def _walked(page: Page, site: Site, home: str, service: str, wanted: audit.Wanted) -> Named:
    """The questions up to the review; where this house's catalogue differs from that one's, only as far as it goes.
    Those that are not to be judged are only answered."""
    town = home.strip("/").partition("/")[2]
    if not (SERVICES / service).is_dir():
        _remember(site, f"{town}/{service}: not in this catalogue, so its questions were not answered")
        return
    _remember(site, "drafts were begun there; they expire by themselves, nothing was sent")
    answered = {f"{service}/{id}" for id in questions(service) if not wanted.meets(f"{town}/{service}/{id}")}
    way = Way(page, {**_told(service), "met": answered}, home.split("/")[1])
    way.home, way.address = home, f"{home}{service}/"
    try:
        for name, state in way.states():
            yield f"{town}/{name}", state
            if name == f"{service}/review":
                return
    except (AssertionError, Error, KeyError) as stopped:
        _remember(site, f"{town}/{service}: the way ended at {page.url}: {str(stopped).splitlines()[0]}")


def _told(service: str) -> dict[str, Any]:
    named = (told for told in PAGES["journeys"].values() if told["service"] == service and "as" not in told)
    return {"picks": {}, "service": service} | dict(next(named, {}))


def _remember(site: Site, words: str) -> None:
    if words not in site.reminders:
        site.reminders.append(words)
