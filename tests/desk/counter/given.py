"""A clerk at a counter in the whole house, with the resident who sits there."""

from __future__ import annotations

import re
from typing import Any

from httpx2 import Response
from starlette.testclient import TestClient

from portal.accounts.staff import key, session
from portal.accounts.staff import person as people
from portal.accounts.staff.person import Person
from portal.app import create
from portal.security.passkey import Place, made
from portal.web.house import House
from tests.desk.given import answered
from tests.journeys.benefit import SERVICE, TYPED, pressing
from tests.security.authenticator import Authenticator

PLACE, DESK = "http://localhost:8123", "/desk/kasumigahama"
COUNTER = f"{DESK}/counter"
AGENT = "the counter's browser"
BORN = "昭和10年4月1日"
Typed = dict[str, str]


class Clerk:
    """Somebody of the staff with a key, in a browser of their own."""

    def __init__(self, house: House, name: str = "田中 一郎", **roles: str) -> None:
        self.house = house
        headers = {"sec-fetch-site": "same-origin", "user-agent": AGENT}
        self.browser = TestClient(create(house), base_url=PLACE, headers=headers, follow_redirects=False)
        self.machine = Authenticator(origin=PLACE, host="localhost")
        held = {department: frozenset({role}) for department, role in (roles or {"welfare": "clerk"}).items()}
        self.person: Person = people.new("990019", name, held, house.clock())
        challenge = bytes(32)
        credential = made(Place(PLACE), challenge, self.machine.made(challenge))
        with house.database.writing() as db:
            people.add(db, house.keys, self.person)
            people.join(db, self.person, house.clock())
            key.keep(db, house.keys, self.person, (credential, "窓口"), house.clock())
            known = session.browser_of(house.keys, AGENT)
            token = session.begin(db, house.keys, self.person, known, house.clock())
        self.browser.cookies.set("yorisoi_desk", token)

    def begin(self) -> Response:
        """A new application with whoever sits there; the first question."""
        return self.follow(self.browser.post(COUNTER, data={"do": "begin", "service": "kyufukin"}))

    def open(self, code: str, born: str = BORN) -> Any:
        """What comes of a number to go on with."""
        return self.browser.post(COUNTER, data={"do": "open", "code": code, "born": born})

    def write(self) -> Response:
        """Every answer, as the resident says it; each is read back before the next."""
        page = self.begin()
        for step, typed in TYPED.items():
            page = self.follow(self.browser.post(f"{SERVICE}/{step}", data={**typed, "do": "next"}))
            if page.url.path.endswith("/recap"):
                page = self.follow(self.browser.post(page.url.path, data={"do": "next"}))
        return page

    def follow(self, answer: Any) -> Any:
        """Where an answer leads."""
        while answer.status_code == 303:
            answer = self.browser.get(answer.headers["location"])
        return answer

    def sitting(self) -> str:
        """The address of what is written now."""
        found = re.search(rf'href="({COUNTER}/\w+)"', self.browser.get(COUNTER).text)
        assert found
        return found[1]

    def lend(self, language: str = "ja") -> str:
        """Turn the screen to the resident; the address of the clerk's page."""
        at = self.sitting()
        answer = self.browser.post(at, data={"do": "screen", "language": language})
        assert answer.headers["location"] == f"{at}?in={language}"
        return at

    def press(self) -> Response:
        """The resident presses, on this screen."""
        act = self.browser.get(f"{SERVICE}/consent")
        return self.follow(self.browser.post(f"{SERVICE}/consent", data=pressing(act.text)))

    def back(self, at: str) -> Any:
        """The clerk shows a key and has the screen again."""
        answer = answered(self.browser, self.machine, f"{DESK}/again", to=at)
        assert answer.headers["location"] == at
        return self.browser.get(at)

    def sat_nowhere(self) -> bool:
        """Whether this browser holds no draft."""
        return "yorisoi_kasumigahama_counter" not in self.browser.cookies
