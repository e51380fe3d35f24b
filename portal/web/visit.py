"""A visit: one request, one transaction, one reader with a language and preferences."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from contextlib import ExitStack
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property
from typing import Any, NamedTuple

from sqlalchemy import Connection
from starlette.requests import Request

from portal.answers.answer_type import Problems
from portal.cases.case import Case
from portal.journey.counter import sitting as sittings
from portal.journey.counter.sitting import Sitting
from portal.journey.draft import Draft
from portal.language.dates import JAPAN
from portal.language.phrases.browser import unable
from portal.language.words import BESIDE, CODES, LANGUAGES, Say, Words, words_for
from portal.municipalities import Municipality
from portal.preferences import COOKIE, Proposal, from_cookie, proposed
from portal.security.tokens import fingerprint
from portal.storage.tries import Limit, tried, untried
from portal.templating import page
from portal.web.addresses import NO_PAGES, address, at_desk
from portal.web.caller import caller, origin
from portal.web.counter import seat
from portal.web.errors import Refused
from portal.web.fields import Form
from portal.web.house import Answer, House

YEAR = 365 * 24 * 3600


class Page(NamedTuple):
    """A page of web/addresses and the parts of its address."""

    name: str
    parts: dict[str, str]


class Visit:
    """What a door's handler needs and all it may touch."""

    def __init__(self, house: House, request: Request, page: Page, form: Form | None = None) -> None:
        self.house = house
        self.name, self.parts = page
        self.form, self.writes = form or Form(), form is not None
        self.request = request
        self.language: str = self.language_of(request)
        if request.path_params["town"] not in house.towns:
            raise Refused(404)
        self.town: Municipality = house.towns[request.path_params["town"]]
        self.preferences = from_cookie(request.cookies.get(COOKIE))
        self.swap = request.headers.get("x-swap") == "1"
        self.phrases = unable(request.headers.get("user-agent", ""))
        self.now: datetime = house.clock()
        self.draft: Draft | None = None
        self.case: Case | None = None
        self.kept, self.patient = False, True
        self.set_cookies: dict[str, tuple[str, int]] = {}
        self._closing = ExitStack()

    @staticmethod
    def language_of(request: Request) -> str:
        """The language a page is wished in: its address says so."""
        return str(request.path_params["language"])

    @property
    def today(self) -> date:
        """Today in Japan."""
        return self.now.astimezone(JAPAN).date()

    @property
    def reads(self) -> str:
        """The code of the words this page is told in: its language, or that with what the reader wants beside it.

        What is no page, and what is kept, sent or signed, is told in `language` alone.
        """
        return self.language if self.name in NO_PAGES else self.preferences.reads(self.language)

    @property
    def proposed(self) -> Proposal | None:
        """The language to propose to the reader; none on what a telephone keeps, which is the same for everybody."""
        accepts = "" if self.kept else self.request.headers.get("accept-language", "")
        return proposed(accepts, self.preferences, self.language)

    @property
    def words(self) -> Words:
        """The reader's language."""
        return words_for(self.reads)

    @property
    def here(self) -> str:
        """This page's own path."""
        return self.url(self.name)

    @property
    def origin(self) -> str:
        """Where the portal stands on the net."""
        return origin(self.house.settings, self.request)

    @property
    def at_counter(self) -> bool:
        """Whether this is the browser of a clerk who writes with a resident, or did until a moment ago."""
        return sittings.cookie(self.town.slug) in self.request.cookies

    @cached_property
    def counter(self) -> Sitting | None:
        """The sitting this browser is at, while the draft may be opened by it here."""
        return seat.sitting(self)

    @property
    def clerk_writes(self) -> bool:
        """Whether a clerk writes what a resident says; once the resident has the screen, nobody writes for them."""
        return self.counter is not None and self.counter.stage == sittings.OPEN

    @property
    def clerks_page(self) -> str:
        """From a counter's browser, where the clerk goes on."""
        return at_desk(self.town.slug, self.counter.id if self.counter else "")

    @cached_property
    def db(self) -> Connection:
        """The visit's one transaction, begun when first wanted; a form writes, a page only reads."""
        database = self.house.database
        return self._closing.enter_context(
            database.writing(patient=self.patient) if self.writes else database.reading()
        )

    def __enter__(self) -> Visit:
        return self

    def __exit__(self, *error: Any) -> None:
        self._closing.__exit__(*error)

    def url(self, name: str, **parts: str) -> str:
        """The path of a page in this language and town; the service is this one unless named."""
        language = parts.pop("language", self.language)
        if "service" in self.parts:
            parts = {"service": self.parts["service"], **parts}
        if name == self.name:
            parts = {**self.parts, **parts}
        return address(name, language, self.town.slug, **parts)

    def page(self, template: str, *, status: int = 200, **context: Any) -> Answer:
        """A page for this reader alone."""
        return Answer(self._render(template, context).encode(), status)

    def kept_page(self, template: str, key: Hashable, context: Callable[[], dict[str, Any]]) -> Answer:
        """A page without a personal word, which depends on nothing but `key`: rendered once, then sent as it is."""
        if self.at_counter:
            return self.page(template, **context())
        chosen = self.preferences
        comfort = chosen.together if self.swap else (chosen.text, chosen.contrast, chosen.aloud, self.proposed)
        town, told = (self.town.slug, self.town.version), (self.reads, self.phrases, chosen.largest)
        whole = (template, told, town, self.swap, self.kept, comfort, key)
        accepted = self.request.headers.get("accept-encoding", "")
        body, encoding = self.house.kept.get(whole, accepted, lambda: self._render(template, context()))
        return Answer(body, 200, encoding)

    def go(self, name: str, **parts: str) -> Answer:
        """On to another page: our script gets it at once as the answer, anybody else is sent there."""
        to = self.url(name, **parts)
        if not self.swap or self.language != parts.get("language", self.language):
            return Answer(status=303, to=to)
        here = {"service": self.parts.get("service", "")} | parts
        self.parts = {key: part for key, part in here.items() if part and key != "language"}
        self.name, self.form = name, Form()
        return replace(self.house.doors[name].show(self), to=to)

    def refuse(self, status: int, reason: str = "") -> Answer:
        """A refusal in plain words; unlike raising Refused, what the visit wrote before is kept."""
        context = Refused(status, reason).context(self.words, self.url("home"))
        return self.page("resident/problem.html", status=status, **context)

    def cookie(self, name: str, value: str, seconds: int) -> None:
        """Set a cookie on the answer; 0 seconds forgets it."""
        self.set_cookies[name] = (value, seconds)

    def held(self, name: str) -> str | None:
        """A cookie as the browser will hold it after this answer: our script is shown the next page at once."""
        if name in self.set_cookies:
            value, seconds = self.set_cookies[name]
            return value if seconds else None
        return self.request.cookies.get(name)

    def prefer(self, wish: str) -> None:
        """Take a comfort button's wish and remember it; a language holds from here on, here and where this leads to."""
        self.preferences = self.preferences.changed(wish)
        self.cookie(COOKIE, self.preferences.cookie, YEAR)
        if wish.startswith("language:") and self.preferences.language:
            self.language = self.preferences.language

    def may_try(self, what: str, limit: Limit) -> bool:
        """Count one more try of something worth guessing; False when there have been too many."""
        return tried(self.db, self.town.code, self._fingerprint(what), limit, self.now)

    def knew(self, what: str) -> None:
        """Take the try just counted back: it was no guess, and an office behind one address makes many."""
        untried(self.db, self.town.code, self._fingerprint(what))

    def _fingerprint(self, what: str) -> str:
        return fingerprint(self.house.keys.pepper, f"try:{what}")

    @property
    def client(self) -> str:
        """Where the reader's browser stands on the net."""
        return caller(self.request)

    def say(self, text: str | Say, **values: object) -> str:
        """A sentence in the reader's language."""
        return self.words(text, **values)

    def told(self, problems: Problems | None) -> dict[str, str]:
        """Problems in the reader's language by part, in reading order; the first of a part counts."""
        told: dict[str, str] = {}
        for problem in problems.found if problems else ():
            told.setdefault(problem.part, self.say(problem.message))
        return told

    def _render(self, template: str, context: dict[str, Any]) -> str:
        return page(template, self._surroundings() | context)

    def _surroundings(self) -> dict[str, Any]:
        return {
            "language": self.language,
            "reads": self.reads,
            "beside": self.reads.partition(BESIDE)[2],
            "phrases": self.phrases,
            "proposed": self.proposed,
            "languages": LANGUAGES,
            "html_lang": CODES[self.language].html_lang,
            "town": self.town,
            "text": self.preferences.text,
            "contrast": self.preferences.contrast,
            "aloud": self.preferences.aloud,
            "url": self.url,
            **self.house.told(self.language),
            "swap": self.swap,
            "kept": self.kept,
            "here": self.here,
            "service": None,
            **seat.told(self),
        }
