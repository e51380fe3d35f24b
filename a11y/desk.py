"""Pages of the staff's desk, as somebody with a role meets them: answered by a house of their own, where one is in
without a key, and shown at their address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from secrets import token_bytes
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

from httpx2 import Response
from playwright.sync_api import Page, Route
from starlette.testclient import TestClient

from a11y.elsewhen import house
from a11y.pages import Named
from a11y.problem import Came, shown
from portal.accounts.staff import invitation, key, session, trail
from portal.accounts.staff import person as people
from portal.accounts.staff.trail import LOOKED, Entry
from portal.app import create
from portal.cases.case import opened
from portal.cases.figures import tally
from portal.cases.figures.tally import One, day_of
from portal.cases.sent import Flag
from portal.cases.talk import calls
from portal.cases.talk.calls import Wish
from portal.cases.talk.waiting import Whose
from portal.consent import bundle, record, wording
from portal.consent.record import Act, Subject
from portal.desk.translations import picture
from portal.journey.counter import sitting as sittings
from portal.journey.leaving import left
from portal.language.translating import seen
from portal.language.translating.messages import every
from portal.municipalities.own import changes
from portal.municipalities.own.changes import Change
from portal.municipalities.staff_accounts import StaffAccounts
from portal.preferences import COOKIE
from portal.security.passkey import Credential
from portal.web.house import House
from tests.cases.given import sent
from tests.cases.work.given import other as somebody_else

PLACE = "http://localhost:8123"
TOWN = "990019"
COUNTER = "/desk/kasumigahama/counter"
AGENT = "the clerk's browser"
KYUFUKIN = "kyufukin"
COUNTED = {
    "sent": {"web": 120, "counter": 41, "paper": 12},
    "language": {"ja": 131, "ja-simple": 22, "en": 11, "pt-BR": 3, "ne": 6},
    "text": {"100": 90, "150": 40, "200": 31, "": 12},
    "aloud": {"off": 140, "read": 21, "": 12},
    "answered": {"0": 5, "2": 40, "6": 31, "12": 8, "25": 6},
    "returned": {"asked": 18, "withdrawn": 6, "refused": 3},
    "doubted": {"applicant-name": 9, "account-place": 12, "": 2},
}
"""Numbers of a service, in the richest state of their page: some are too small to be shown."""
LEFT = {"": 14, "applicant-name": 9, "?account-place": 17, "birth-date": 6, "phone": 2}


def desk(page: Page, name: str, told: Mapping[str, Any], language: str) -> Named:
    """A page of the desk in its states: each is what is answered to a wish, with a form or without one."""
    comfort = {one["name"]: one["value"] for one in page.context.cookies()}.get(COOKIE, "100.standard.")
    chosen = f"{comfort.rstrip('.')}.{language}"
    with TemporaryDirectory() as folder, house(Path(folder)) as made, browser(made, told, chosen) as clerk:
        page.route("**/translations/*/*/picture", partial(_fetched, clerk))
        for state, at, back in answers(made, clerk, told, given(made)):
            shown(page, at, Came(back.status_code, back.headers, back.content))
            if (told["states"][state] or {}).get("open"):
                page.locator("main summary").click()
            yield name, state


def _fetched(clerk: TestClient, route: Route) -> None:
    """A picture of the page, which its own house has."""
    back = clerk.get(urlsplit(route.request.url).path)
    route.fulfill(status=back.status_code, headers=dict(back.headers), body=back.content)


def answers(
    made: House, clerk: TestClient, told: Mapping[str, Any], parts: Mapping[str, str]
) -> Iterator[tuple[str, str, Response]]:
    """What a page answers in each of its states, and where; `parts` are for the places left open in its address."""
    parts = {**parts}
    if "/counter/" in told["path"]:
        parts["sitting"] = parts["pressed"] = _sitting(clerk)
    if "{message}" in told["path"]:
        _pictured(made)
    if "{pressed}" in told["path"]:
        _pressed(made, parts["pressed"])
    at = told["path"].format(**parts)
    for state, wish in told["states"].items():
        typed = {name.format(**parts): words for name, words in (wish or {}).get("typed", {}).items()}
        query = (wish or {}).get("query", "")
        yield state, at, clerk.post(at, data=typed) if typed else clerk.get(f"{at}{query}")


@contextmanager
def browser(made: House, told: Mapping[str, Any], comfort: str) -> Iterator[TestClient]:
    """A browser with a reader's comfort, in as somebody with the roles told, or as nobody."""
    town = made.towns["kasumigahama"]
    accounts = StaffAccounts(issuer="https://login.example", client="yorisoi", secret="oidc")
    made.towns = {**made.towns, "kasumigahama": town.model_copy(update={"staff_accounts": accounts})}
    clerk = TestClient(create(made), base_url=PLACE, headers={"user-agent": AGENT, "sec-fetch-site": "same-origin"})
    clerk.cookies.set(COOKIE, comfort)
    if told.get("as"):
        clerk.cookies.set("yorisoi_desk", entered(made, frozenset(told["as"].split())))
    with clerk:
        yield clerk


def entered(made: House, roles: frozenset[str]) -> str:
    """A session of somebody with two keys, who has looked at something."""
    now = made.clock()
    me = people.new(TOWN, "佐藤 恵", {"*": roles, "welfare": frozenset({"clerk"})}, now)
    with made.database.writing() as db:
        people.add(db, made.keys, me)
        people.join(db, me, now)
        for what in ("窓口のパソコン", "スマホ"):
            key.keep(db, made.keys, me, (Credential(token_bytes(16), b"", 0), what), now)
        for kind in (LOOKED, "roles"):
            case = "0" * 32 if kind == LOOKED else ""
            entry = Entry(now, kind, me.id, "welfare" if case else "", case, "case", "" if case else me.id)
            trail.add(db, made.keys, TOWN, entry)
        return session.begin(db, made.keys, me, session.browser_of(made.keys, AGENT), now)


def _sitting(clerk: TestClient) -> str:
    """What a clerk has begun to write at the counter."""
    clerk.post(COUNTER, data={"do": "begin", "service": "kyufukin"})
    found = re.search(rf'href="{COUNTER}/(\w+)"', clerk.get(COUNTER).text)
    assert found
    return found[1]


def _pictured(made: House) -> None:
    """The machine has pictures of every page a message stands on."""
    folder = made.settings.var / picture.FOLDER
    folder.mkdir(parents=True)
    shot = Path(__file__).with_name("pictures") / "question.png"
    for name in {one.picture for one in seen.places().values()}:
        (folder / name).symlink_to(shot)


def _pressed(made: House, sitting: str) -> None:
    """What is written there is sent, as it would be by the resident on that screen."""
    now, keys = made.clock(), made.keys
    with made.database.writing() as db:
        at = sittings.by_id(db, TOWN, sitting, now)
        version = made.catalogue.version_on(TOWN, "kyufukin", now.date())
        assert at
        assert version
        who = {"assisted": {"by": "staff", "staff": at.staff, "device": "desk"}}
        subject = Subject(version, [], (), "山田 花子", {}, beside=who)
        act = Act("self", "hold", 100, now)
        kept = bundle.give(db, keys, TOWN, record.given(subject, wording.parts(version, "ja"), act))
        opened(db, keys, sent(key=at.draft, consent=kept, channel="counter"), now)


def given(made: House) -> dict[str, str]:
    """Somebody invited and somebody's application, for whose pages and link the addresses leave room."""
    now = made.clock()
    doubt = Flag("kana-only", "name", None, "名前が、かなだけです。")
    other = people.new(TOWN, "田中 一郎", {"welfare": frozenset({"clerk"})}, now)
    with made.database.writing() as db:
        tally.add(db, TOWN, _counted(now), (0, 0, now))
        left.keep(db, TOWN, {(day_of(now), "welfare", KYUFUKIN, step): n for step, n in LEFT.items()}, now)
        people.add(db, made.keys, other)
        case = opened(db, made.keys, sent(flags=(doubt,)), now)
        clean = opened(db, made.keys, sent(**somebody_else(1), applicant="鈴木 一郎"), now)
        opened(db, made.keys, sent(**somebody_else(2), applicant="鈴木 二郎"), now)
        wish = Wish("w1", now, "09012345678", about="口座のこと")
        calls.ask(db, made.keys, Whose(case, made.towns["kasumigahama"], PLACE), wish)
        changes.keep(db, TOWN, Change("departments.care", {"limit": 72}, at=now), 0)
        known = {"person": other.id, "case": case.id, "clean": clean.id, "message": every("vi")[3].id}
        return {**known, "token": invitation.invite(db, other, now)}


def _counted(now: datetime) -> dict[One, int]:
    """The numbers, of today and of the days before."""
    told = {
        One("welfare", KYUFUKIN, day_of(now), what, of): n for what, found in COUNTED.items() for of, n in found.items()
    }
    days = {One("welfare", KYUFUKIN, day_of(now - timedelta(days=n)), "sent", "web"): n * 3 for n in range(1, 25)}
    return told | days
