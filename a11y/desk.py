"""Pages of the staff's desk, as somebody with a role meets them: answered by a house of their own, where one is in
without a key, and shown at their address.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from secrets import token_bytes
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch
from urllib.parse import urlsplit

from httpx2 import Response
from playwright.sync_api import Page, Route
from starlette.testclient import TestClient

from a11y.elsewhen import house, quiet
from a11y.office import PLACE, SLUG, TOWN, given
from a11y.pages import Named
from a11y.problem import Came, shown
from a11y.sitting import MEANWHILE, begun
from portal.accounts.staff import key, linked, session, trail
from portal.accounts.staff import person as people
from portal.accounts.staff.session import Words
from portal.accounts.staff.trail import LOOKED, Entry
from portal.app import create
from portal.desk.translations import picture
from portal.language.translating import seen
from portal.municipalities.staff_accounts import StaffAccounts
from portal.preferences import COOKIE
from portal.security.passkey import Credential
from portal.web.house import House
from portal.web.towns.renewal import renew

AGENT = "the clerk's browser"
FETCHED = ("**/translations/*/*/picture", "**/files/*", f"**/desk/{SLUG}/rest")
"""What a page fetches by itself: its pictures, and how long the desk stays open."""
TAKEN = {200, 409, 422}
"""How a page is answered that is shown, though something in its form be amiss; all else is another page."""
SEEN_AGAIN = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"
"""The page comes back into sight, and asks how long the desk stays open."""
LEADS_ON = {"refresh"}
"""What makes a page go on by itself, before anybody has looked at it."""


def desk(page: Page, name: str, told: Mapping[str, Any], language: str) -> Named:
    """A page of the desk in its states: each is what is answered to a wish, with a form or without one."""
    comfort = {one["name"]: one["value"] for one in page.context.cookies()}.get(COOKIE, "100.standard.")
    chosen = f"{comfort.rstrip('.')}.{language}"
    unfit = quiet("portal.municipalities.own.standing") if told.get("unfit") else nullcontext()
    with TemporaryDirectory() as folder, house(Path(folder)) as made, browser(made, told, chosen) as clerk, unfit:
        parts = given(made, told)
        renew(made)  # or it would be done at some moment during the walk
        with fetching(page, clerk):
            for state, at, back in answers(made, clerk, told, parts):
                if back.status_code not in TAKEN and name != "desk/problem":
                    raise LookupError(f"{name}, {state}: the desk answers {back.status_code}")
                shown(page, at, _came(back))
                _brought(page, made, clerk, told["states"][state] or {})
                yield name, state


@contextmanager
def fetching(page: Page, clerk: TestClient) -> Iterator[None]:
    """What the page fetches by itself its own house has, as long as that stands."""

    def answer(route: Route) -> None:
        back = clerk.request(route.request.method, urlsplit(route.request.url).path)
        route.fulfill(status=back.status_code, headers=dict(back.headers), body=back.content)

    for fetched in FETCHED:
        page.route(fetched, answer)
    try:
        yield
    finally:
        for fetched in FETCHED:
            page.unroute(fetched, answer)


def _brought(page: Page, made: House, clerk: TestClient, wish: Mapping[str, Any]) -> None:
    """What it keeps closed is opened; it rests."""
    if wish.get("open"):
        for summary in page.locator("main details:not([open]) > summary").all()[::-1]:
            summary.press("Enter")  # nothing that moves or lies above is in the way of a key
    if minutes := wish.get("rests"):
        rested(page, made, clerk, minutes)


def rested(page: Page, made: House, clerk: TestClient, minutes: float) -> None:
    """Nobody uses the desk for so long, until the page says that it is about to close."""
    _later(made, clerk, timedelta(minutes=minutes))
    page.evaluate(SEEN_AGAIN)
    page.locator("[data-rest]").wait_for()


def answers(
    made: House, clerk: TestClient, told: Mapping[str, Any], parts: Mapping[str, str]
) -> Iterator[tuple[str, str, Response]]:
    """What a page answers in each of its states, and where; `parts` are for the places left open in its address."""
    parts = {**parts}
    if "/counter/" in told["path"]:
        parts["sitting"] = begun(clerk)
    if "{message}" in told["path"]:
        _pictured(made)
    at = told["path"].format(**parts)
    if before := told.get("before"):
        clerk.post(at, data=before)
    for state, wish in told["states"].items():
        wish = wish or {}
        if minutes := wish.get("after"):
            _later(made, clerk, timedelta(minutes=minutes))
        if what := wish.get("meanwhile"):
            MEANWHILE[what](made, clerk, parts["sitting"])
        if words := wish.get("kept"):
            _kept(made, clerk, Words(at, words))
        typed = {name.format(**parts): words.format(**parts) for name, words in wish.get("typed", {}).items()}
        host = {"host": wish["host"]} if "host" in wish else {}
        where = f"{at}{wish.get('below', '')}{wish.get('query', '')}"
        yield state, at, clerk.post(where, data=typed, headers=host) if typed else clerk.get(where, headers=host)


@contextmanager
def browser(made: House, told: Mapping[str, Any], comfort: str) -> Iterator[TestClient]:
    """A browser with a reader's comfort, in as somebody with the roles told, or as nobody."""
    if "address" in told:
        made.settings = replace(made.settings, address=told["address"])
    accounts = StaffAccounts(issuer="https://login.example", client="yorisoi", secret="oidc")
    town = made.files[SLUG].model_copy(update={"staff_accounts": accounts})
    made.files = made.towns = {**made.files, SLUG: town}
    clerk = TestClient(create(made), base_url=PLACE, headers={"user-agent": AGENT, "sec-fetch-site": "same-origin"})
    clerk.cookies.set(COOKIE, comfort)
    if told.get("as"):
        clerk.cookies.set("yorisoi_desk", entered(made, frozenset(told["as"].split())))
    with clerk, patch("portal.desk.coming_in.elsewhere.begin", return_value=f"{accounts.issuer}/sign-in"):
        yield clerk


def _came(back: Response) -> Came:
    headers = {name: value for name, value in back.headers.items() if name not in LEADS_ON}
    return Came(back.status_code, headers, back.content)


def entered(made: House, roles: frozenset[str]) -> str:
    """A session of somebody with two keys, who has looked at something."""
    now = made.clock()
    me = people.new(TOWN, "佐藤 恵", {"*": roles, "welfare": frozenset({"clerk"})}, now)
    with made.database.writing() as db:
        people.add(db, made.keys, me)
        people.join(db, me, now)
        linked.link(db, me, "an account elsewhere", now)
        for minutes, what in ((2, "窓口のパソコン"), (1, "スマホ")):
            at = now - timedelta(minutes=minutes)
            key.keep(db, made.keys, me, (Credential(token_bytes(16), b"", 0), what), at)
        for kind in (LOOKED, "roles"):
            case = "0" * 32 if kind == LOOKED else ""
            entry = Entry(now, kind, me.id, "welfare" if case else "", case, "case", "" if case else me.id)
            trail.add(db, made.keys, TOWN, entry)
        return session.begin(db, made.keys, me, session.browser_of(made.keys, AGENT), now)


def _later(made: House, clerk: TestClient, by: timedelta) -> None:
    """It is later now, for the house and for what the clerk's browser keeps for a while."""
    was = made.clock
    made.clock = lambda: was() + by
    for cookie in clerk.cookies.jar:
        if cookie.expires is not None:
            cookie.expires -= int(by.total_seconds())
    clerk.cookies.jar.clear_expired_cookies()


def _kept(made: House, clerk: TestClient, words: Words) -> None:
    """What was typed when the clerk had to come in anew."""
    with made.database.writing() as db:
        held = session.shown(db, made.keys, TOWN, clerk.cookies["yorisoi_desk"])
        assert held
        session.keep(db, made.keys, held, words)


def _pictured(made: House) -> None:
    """The machine has pictures of every page a message stands on."""
    folder = made.settings.var / picture.FOLDER
    folder.mkdir(parents=True)
    shot = Path(__file__).with_name("pictures") / "question.png"
    for name in {one.picture for one in seen.places().values()}:
        (folder / name).symlink_to(shot)
