"""A house with two towns whose staff come to the desk, with browsers and keys, and a clock set by hand."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from html import unescape
from re import search
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from portal import desk
from portal.accounts.staff import invitation, key, session
from portal.accounts.staff import person as people
from portal.accounts.staff.person import Person
from portal.catalogue.offered import Catalogue
from portal.security.keys import Keys
from portal.security.passkey import Place, made
from portal.settings import Settings
from portal.speech.published import Published
from portal.speech.sounds import Sounds
from portal.speech.speaker import Speaker
from portal.storage.database import Database
from portal.web.assets import Assets
from portal.web.guards import Guards
from portal.web.house import House
from tests.api.given import HERE, HOSHINO, THERE
from tests.cases.given import KASUMIGAHAMA
from tests.security.authenticator import Authenticator

ORIGIN, HOST = "https://portal.example", "portal.example"
AGENT = "Mozilla/5.0 (the clerk's browser)"
DESK = "/desk/kasumigahama"
EVERYTHING: Mapping[str, Iterable[str]] = {"*": ("administrator", "auditor", "approver")}
assets = cache(Assets)


def keyring() -> Authenticator:
    """A machine that makes keys for the portal."""
    return Authenticator(origin=ORIGIN, host=HOST)


def wish(page: str) -> Any:
    """What a page asks of the browser's keys."""
    found = search(r'data-wish="([^"]*)"', page)
    assert found, page
    return json.loads(unescape(found[1]))


@dataclass
class TownHall:
    """The desk as staff see it."""

    database: Database
    keys: Keys
    now: datetime
    settings: Settings = field(default_factory=lambda: Settings(address=ORIGIN))
    towns: Any = (KASUMIGAHAMA, HOSHINO)
    house: House = field(init=False)
    app: Starlette = field(init=False)

    def __post_init__(self) -> None:
        sounds = Sounds(lambda: Speaker(self.settings), Published(Catalogue({}), ()))
        towns = {town.slug: town for town in self.towns}
        self.house = House(
            *(self.settings, self.keys, self.database, towns, Catalogue({}), sounds, lambda: self.now),
            assets=assets(),
        )
        guards = Middleware(Guards, refuse=Starlette(), address=self.settings.address)
        self.app = Starlette(routes=desk.routes(self.house), middleware=[guards])

    def browser(self, agent: str = AGENT) -> TestClient:
        """One more browser, with cookies of its own."""
        headers = {"User-Agent": agent, "Sec-Fetch-Site": "same-origin"}
        return TestClient(self.app, base_url=ORIGIN, headers=headers, follow_redirects=False)

    def person(
        self, roles: Mapping[str, Iterable[str]] = EVERYTHING, name: str = "佐藤 恵", town: str = HERE, **more: Any
    ) -> Person:
        """Somebody of the staff who is in already."""
        somebody = people.new(town, name, {one: frozenset(held) for one, held in roles.items()}, self.now)
        with self.database.writing() as db:
            people.add(db, self.keys, somebody)
            if more.get("joined", True):
                people.join(db, somebody, self.now)
            found = people.by_id(db, self.keys, town, somebody.id)
        assert found
        return found

    def key_of(self, somebody: Person, name: str = "窓口のパソコン") -> Authenticator:
        """A key this person has made."""
        machine, challenge = keyring(), bytes(32)
        credential = made(Place(ORIGIN), challenge, machine.made(challenge))
        with self.database.writing() as db:
            key.keep(db, self.keys, somebody, (credential, name), self.now)
        return machine

    def link(self, somebody: Person) -> str:
        """The address of an invitation."""
        slug = next(one.slug for one in self.towns if one.code == somebody.municipality)
        with self.database.writing() as db:
            return f"/desk/{slug}/invitation/{invitation.invite(db, somebody, self.now)}"

    def inside(self, somebody: Person, agent: str = AGENT) -> TestClient:
        """A browser in which this person has just come in."""
        browser = self.browser(agent)
        with self.database.writing() as db:
            known = session.browser_of(self.keys, agent)
            token = session.begin(db, self.keys, somebody, known, self.now)
        browser.cookies.set("__Host-yorisoi_desk", token, domain=HOST, path="/")
        return browser

    def later(self, **time: float) -> None:
        """Let time pass."""
        self.now += timedelta(**time)


def answered(browser: TestClient, machine: Authenticator, at: str, **typed: str) -> Any:
    """Press the button of a page that asks for a key, with a machine that has one or makes one."""
    page = browser.get(at)
    assert page.status_code == 200, (page.status_code, page.headers.get("location"))
    return browser.post(at, data={**signed(machine, page.text), **typed})


def signed(machine: Authenticator, page: str) -> dict[str, str]:
    """The form a page's script sends when its button is pressed."""
    asked = wish(page)
    challenge = urlsafe_b64decode(asked["challenge"] + "=" * (-len(asked["challenge"]) % 4))
    told = machine.made(challenge) if "handle" in asked else machine.signed(challenge)
    return {"told": told, "challenge": asked["challenge"]}


__all__ = ["HERE", "THERE", "TownHall", "answered", "signed"]
