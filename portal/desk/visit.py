"""A visit to the desk: who it is, what this person reaches here, what was typed, and what goes into the trail."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from sqlalchemy import Connection
from starlette.requests import Request

from portal.accounts.staff import session as sessions
from portal.accounts.staff import trail
from portal.accounts.staff.person import Person
from portal.accounts.staff.role import ADMINISTRATOR, AUDITOR, CLERK, EVERYWHERE, READER, TRANSLATOR
from portal.accounts.staff.session import CLOSES, Left, Session
from portal.accounts.staff.trail import Entry
from portal.cases.case import Case
from portal.cases.inbox import Wanted
from portal.cases.talk import calls
from portal.desk.addresses import address
from portal.desk.page import ANY_STAFF, ANYBODY, Page
from portal.desk.refusals import told
from portal.language.dates import JAPAN, soon_shown
from portal.language.words import AT_THE_DESK, CODES, SOURCE, say
from portal.preferences import COOKIE, from_cookie
from portal.web.fields import Form
from portal.web.house import Answer, House
from portal.web.visit import Page as Named
from portal.web.visit import Visit

NAVIGATION = (
    ("home", ANY_STAFF),
    ("inbox", READER),
    ("calls", READER),
    ("counter", CLERK),
    ("services", READER),
    ("staff", ADMINISTRATOR),
    ("town", ADMINISTRATOR),
    ("looks", AUDITOR),
    ("translations", TRANSLATOR),
    ("account", ANY_STAFF),
)
"""The pages every page links to, and the role each needs to be shown."""
MOST = 100
"""People who wait for a call that are counted for the link to them."""
MANY, FEW = say("{n}件以上"), say("{n}件")
MOMENT = say("{year}年{day} {time}")


class DeskVisit(Visit):
    """What a page of the desk needs and all it may touch."""

    def __init__(self, house: House, request: Request, page: Page, form: Form | None) -> None:
        parts = {name: str(part) for name, part in request.path_params.items() if name != "town"}
        super().__init__(house, request, Named(page.name, parts), form)
        self.desk_page = page
        self.swap = False
        self.form_came = form is not None
        self.writes = (self.writes or page.writes) and not page.abroad and not page.reads
        self.session: Session | None = None
        self.somebody: Person | None = None
        self.over: Session | None = None
        self.taken_away = False
        self.kept_words: dict[str, str] = {}

    @staticmethod
    def language_of(request: Request) -> str:
        """The language this browser chose, as far as the desk speaks it."""
        chosen = from_cookie(request.cookies.get(COOKIE)).language
        return chosen if chosen in AT_THE_DESK else SOURCE

    @property
    def person(self) -> Person:
        """Who it is. Raises AssertionError on pages for anybody."""
        assert self.somebody is not None
        return self.somebody

    @property
    def role(self) -> str:
        """What it takes to do what is wanted here: to be shown the page, or to press this button."""
        return self.desk_page.needed(self.form.do) if self.form_came else self.desk_page.needs

    @property
    def reach(self) -> frozenset[str]:
        """The departments where this person may do what is wanted here."""
        return frozenset() if self.role in {ANYBODY, ANY_STAFF} else self.person.reach(self.role)

    def departments(self, role: str) -> frozenset[str]:
        """The town's departments where this person has a role."""
        held, known = self.person.reach(role), frozenset(self.town.departments)
        return known if EVERYWHERE in held else known & held

    def tongue(self, code: str) -> str:
        """What clerks call a language; to those who read English here, its own name. Its code where it is gone."""
        if code not in CODES:
            return code
        return CODES[code].in_japanese if self.language == SOURCE else CODES[code].own_name

    def count(self, n: int, most: int) -> str:
        """So many cases, or so many and more, in words."""
        return self.say(MANY, n=most) if n >= most else self.say(FEW, n=n)

    def moment(self, at: datetime) -> str:
        """When something was done, in Japan: 2026年11月24日 火曜日 10:00; with its year, for it is read years later."""
        there = at.astimezone(JAPAN)
        return self.say(MOMENT, year=there.year, day=soon_shown(there.date(), self.words), time=f"{there:%H:%M}")

    @property
    def typed(self) -> Mapping[str, str]:
        """What the form brought; else what was typed before somebody had to come in anew."""
        return self.form.typed or self.kept_words

    @property
    def browser(self) -> str:
        """The fingerprint of the browser."""
        return sessions.browser_of(self.house.keys, self.request.headers.get("user-agent", ""))

    def url(self, name: str, **parts: str) -> str:
        """The address of a page of this town's desk."""
        given = {**self.parts, **parts} if name == self.name else parts
        return address(name, self.town.slug, **given)

    def go(self, name: str, **parts: str) -> Answer:
        """On to another page."""
        return Answer(status=303, to=self.url(name, **parts))

    def ask(self, name: str, query: Mapping[str, str]) -> Answer:
        """On to another page, with something to tell it."""
        return Answer(status=303, to=f"{self.url(name)}?{urlencode(query)}" if query else self.url(name))

    @property
    def lent(self) -> bool:
        """Whether a resident has the screen: it shows nothing of the desk, nor who is in."""
        return self.session is not None and self.session.lent

    @property
    def left(self) -> Left | None:
        """How long the desk stays open for whoever sees it; None where nobody is in, or a resident has the screen."""
        return None if self.session is None or self.lent else self.session.left(self.now)

    def leave_counter(self) -> None:
        """Let this browser hold nothing more of what was written at the counter."""
        for name in self.request.cookies:
            if name.startswith(f"yorisoi_{self.town.slug}_"):
                self.cookie(name, "", 0)

    def begin_to_write(self) -> None:
        """From here on in a transaction; until now somebody elsewhere was waited for."""
        self._closing.close()
        self.__dict__.pop("db", None)
        self.writes = True

    @contextmanager
    def aside(self, *, patient: bool = True) -> Iterator[Connection]:
        """A transaction for what is kept whatever becomes of the visit: its own where it writes."""
        if self.writes:
            yield self.db
        else:
            with self.house.database.writing(patient=patient) as db:
                yield db

    def tell(self, kind: str, *, department: str = "", other: str = "") -> None:
        """Put into the trail what this person did."""
        self._keep(Entry(self.now, kind, self.person.id, department, page=self.name, other=other))

    def looked(self, case: Case) -> None:
        """Put into the trail that this person looks at a case, before any of it is shown."""
        self._keep(Entry(self.now, trail.LOOKED, self.person.id, case.department, case.id, self.name))

    def listed(self, cases: Iterable[Case]) -> None:
        """Put into the trail that this person is shown a list of these people: how many of each department."""
        of_each = sorted(Counter(case.department for case in cases).items())
        me, page = self.person.id, self.name
        self._keep(*(Entry(self.now, trail.LISTED, me, one, page=page, shown=n) for one, n in of_each))

    def _keep(self, *entries: Entry) -> None:
        if entries:
            with self.aside(patient=self.patient) as db:
                trail.add(db, self.house.keys, self.town.code, *entries)

    def refuse(self, status: int, reason: str = "") -> Answer:
        """A refusal in plain words."""
        return self.page("desk/problem.html", status=status, **told(self.words, reason or str(status)))

    def _surroundings(self) -> dict[str, Any]:
        return super()._surroundings() | {
            "languages": [CODES[code] for code in AT_THE_DESK],
            "somebody": None if self.lent else self.somebody,
            "places": [] if self.lent else [(name, self.url(name)) for name, needs in NAVIGATION if self._may(needs)],
            "closing": self.left,
            "rest": self.url("rest"),
            "closes": CLOSES,
            "waiting": self._waiting(),
            "kept_words": self.kept_words,
            "moment": self.moment,
        }

    def _waiting(self) -> dict[str, str]:
        """How many wait behind a link to a page, in words."""
        departments = self.departments(READER) if self.somebody else frozenset()
        n = calls.many(self.db, Wanted(municipality=self.town.code, departments=departments), MOST)
        return {"calls": self.count(n, MOST)} if n else {}

    def _may(self, needs: str) -> bool:
        return self.somebody is not None and (needs == ANY_STAFF or bool(self.somebody.reach(needs)))
