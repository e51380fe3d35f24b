"""Letters to a system by the worker: nothing lost, nothing marked that was not taken, one id for every try."""

from __future__ import annotations

import asyncio
import json
import socket
import subprocess
import sys
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from standardwebhooks import Webhook as Checker

from portal.delivery.envelope import WEBHOOK
from portal.delivery.webhook.post import Webhook, patience
from portal.security.keys import Keys
from portal.settings import Settings
from portal.storage.database import Database
from tests.delivery.given import Post
from tests.delivery.webhook.given import SECRET, Behaviour, System, client, endless, listening, raw, says, silent
from tests.delivery.webhook.receiver import by_proxy, receiver

BODY = json.dumps({"type": "case.received", "data": {"number": "4827-1936-52", "applicant": "山田 花子"}})


@pytest.fixture
def office(database: Database, keys: Keys, now: datetime, tmp_path: Path) -> Post:
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "welfare").write_text(f"{SECRET}\n")
    settings = Settings(var=tmp_path)
    office = Post(database, keys, settings, now)
    way = Webhook(settings, lambda: office.now, client)
    object.__setattr__(office.worker, "ways", office.worker.ways | {WEBHOOK: way})
    return office


def letter(office: Post, system: System, **changes: object) -> str:
    return office.post(
        **{"channel": WEBHOOK, "to": system.url, "key": "welfare", "subject": "case.received", "text": BODY, **changes}
    )


def playing(tmp_path: Path, scene: Callable[[System], Awaitable[None]], *behaviours: Behaviour) -> System:
    """A scene with a system."""

    async def play() -> System:
        async with listening(tmp_path, *behaviours) as system:
            await scene(system)
            return system

    return asyncio.run(play())


def test_a_letter_arrives_signed_and_is_marked(office: Post, tmp_path: Path) -> None:
    async def scene(system: System) -> None:
        id = letter(office, system)
        await office.worker.try_once()
        assert office.states() == {id: ("delivered", "")}
        (asked,) = system.asked
        assert asked.headers["webhook-id"] == id
        assert asked.headers["content-type"].startswith("application/json")
        assert asked.body == BODY
        now = office.now.timestamp()
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr("standardwebhooks.webhooks.datetime", _At(office.now))
            assert Checker(SECRET).verify(asked.body, asked.headers)["data"]["applicant"] == "山田 花子"
        assert asked.headers["webhook-timestamp"] == str(int(now))

    playing(tmp_path, scene)


class _At:
    """A clock for the receiver's library."""

    def __init__(self, now: datetime) -> None:
        self._now, self.fromtimestamp = now, datetime.fromtimestamp

    def now(self, tz: object) -> datetime:
        return self._now


def test_the_readmes_receiver_takes_what_is_ours_once_and_nothing_else(office: Post, tmp_path: Path) -> None:
    office.now = datetime.now(UTC) - timedelta(minutes=3)  # by its own clock it decides what is too old

    async def scene(system: System) -> None:
        id = letter(office, system)
        states = []
        for _ in range(3):
            await office.worker.try_once()
            states.append(office.states()[id])
            office.now += timedelta(minutes=2, seconds=30)
        assert states == [("waiting", "POST 401"), ("waiting", "POST 500"), ("delivered", "")]

    with receiver() as (port, process):
        changed = by_proxy(port, change=lambda body: body.replace("4827", "4828"))
        playing(tmp_path, scene, changed, by_proxy(port, "500 Cut off"), by_proxy(port))
        process.kill()
        assert process.communicate()[0] == "case.received 4827-1936-52\n"


AGAIN: dict[str, tuple[Behaviour, str]] = {
    "out of order": (says("500 Oops"), "POST 500"),
    "too many at once": (says("429 Slowly"), "POST 429"),
    "no right": (says("401 Who are you"), "POST 401"),
    "not there": (says("404 Nothing here"), "POST 404"),
    "moved": (says("301 Moved", "Location: https://elsewhere.example/"), "POST 301"),
    "says nothing, then that all went well": (silent, "POST timeout"),
    "never ends": (endless, "POST 200 answer too long"),
    "half an answer": (raw(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"), "POST broken answer"),
    "hangs up": (raw(), "POST broken answer"),
}


@pytest.mark.parametrize(("behaviour", "why"), AGAIN.values(), ids=AGAIN.keys())
def test_what_may_work_later_comes_again_under_the_same_id(
    office: Post, tmp_path: Path, behaviour: Behaviour, why: str
) -> None:
    async def scene(system: System) -> None:
        id = letter(office, system)
        await office.worker.try_once()
        assert office.states() == {id: ("waiting", why)}
        assert await office.worker.try_once() == 0
        office.now += timedelta(minutes=2)
        await office.worker.try_once()
        assert office.states() == {id: ("delivered", "")}
        assert [asked.headers["webhook-id"] for asked in system.asked] == [id, id]
        first, second = (int(asked.headers["webhook-timestamp"]) for asked in system.asked)
        assert second - first == 120

    playing(tmp_path, scene, behaviour)


def test_nothing_is_told_to_whoever_cannot_show_who_it_is(office: Post, tmp_path: Path) -> None:
    async def play() -> tuple[str, list[object]]:
        async with listening(tmp_path, by_us=False) as system:
            id = letter(office, system)
            await office.worker.try_once()
            return id, list(system.asked)

    id, asked = asyncio.run(play())
    assert (office.states(), asked) == ({id: ("waiting", "POST certificate 18")}, [])


def test_where_nobody_listens_a_letter_waits(office: Post) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        id = letter(office, System(port=nobody.getsockname()[1]))
        office.try_once()
    assert office.states() == {id: ("waiting", "POST refused")}


@pytest.mark.parametrize("status", ["400 Bad", "410 Gone", "413 Too Large", "422 No"])
def test_what_is_refused_for_good_is_set_aside_and_stops_nobody(office: Post, tmp_path: Path, status: str) -> None:
    async def scene(system: System) -> None:
        bad, good = letter(office, system, about="a"), letter(office, system, about="b")
        await office.worker.try_once()
        await office.worker.try_once()
        assert office.states() == {bad: ("set_aside", f"POST {status[:3]}"), good: ("delivered", "")}

    playing(tmp_path, scene, says(status))


def test_a_system_that_asks_for_patience_is_left_alone(office: Post, tmp_path: Path) -> None:
    async def scene(system: System) -> None:
        id = letter(office, system)
        await office.worker.try_once()
        office.now += timedelta(minutes=59)
        assert await office.worker.try_once() == 0
        office.now += timedelta(minutes=30)
        assert await office.worker.try_once() == 1
        assert office.states() == {id: ("delivered", "")}

    playing(tmp_path, scene, says("429 Slowly", "Retry-After: 3600"))


def test_without_its_secret_a_letter_waits_and_nothing_is_posted(office: Post, tmp_path: Path) -> None:
    async def scene(system: System) -> None:
        id = letter(office, system, key="care")
        await office.worker.try_once()
        assert office.states() == {id: ("waiting", "secret missing")}
        assert system.asked == []

    playing(tmp_path, scene)


PATIENCE = {
    "": 0,
    "120": 120,
    "-5": 0,
    "9999999999999999999": 0,
    "999999": 86400,
    "soon": 0,
    "Tue, 24 Nov 2026 01:05:00 GMT": 300,
    "Mon, 23 Nov 2026 01:05:00 GMT": 0,
    "Tue, 24 Nov 2026 01:05:00": 0,
    "²": 0,
}


@pytest.mark.parametrize(("text", "seconds"), PATIENCE.items(), ids=PATIENCE.keys())
def test_patience_is_read_as_seconds_or_as_a_date(now: datetime, text: str, seconds: int) -> None:
    assert patience(text, now) == timedelta(seconds=seconds)


def test_the_client_is_loaded_with_the_first_letter_only() -> None:
    """It takes megabytes that a town without webhooks need not have."""
    look = "import sys; from portal.delivery import send; print('httpcore2' in sys.modules, 'anyio' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True).stdout
    assert told.startswith("False")
