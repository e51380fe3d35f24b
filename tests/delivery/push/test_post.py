"""Notes to browsers by the worker: only the browser can read them, and who is gone is not asked again."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from portal.delivery.envelope import PUSH, Envelope
from portal.delivery.push.own_key import shown
from portal.delivery.push.post import Push
from portal.delivery.webhook.client import Client
from portal.security.keys import Keys
from portal.settings import Settings
from portal.storage.database import Database
from tests.delivery.given import Post
from tests.delivery.push.given import Telephone
from tests.delivery.webhook.given import QUICK, Behaviour, System, client, here, listening, says

NOTE = '{"title":"役所から、知らせがあります。","url":"/ja/kasumigahama/status"}'
Heard = list[Envelope]


@pytest.fixture
def heard() -> Heard:
    return []


@pytest.fixture
def office(database: Database, keys: Keys, now: datetime, tmp_path: Path, heard: Heard) -> Post:
    office = Post(database, keys, Settings(var=tmp_path), now)
    office.worker = replace(office.worker, gone=lambda _db, envelope, _at: heard.append(envelope))
    by(office, client)
    return office


def by(office: Post, opened: Callable[[], Client]) -> None:
    way = Push(office.settings, office.keys, lambda: office.now, opened)
    object.__setattr__(office.worker, "ways", office.worker.ways | {PUSH: way})


def note(office: Post, system: System, phone: Telephone, known: str = "") -> str:
    key = ".".join((*phone.given.values(), known or shown(office.keys)))
    told = {"channel": PUSH, "to": system.url, "key": key, "subject": "", "text": NOTE, "enclosures": ()}
    return office.post(**told)


def playing(tmp_path: Path, scene: Callable[[System], Awaitable[None]], *behaviours: Behaviour) -> System:
    async def play() -> System:
        async with listening(tmp_path, *behaviours) as system:
            await scene(system)
            return system

    return asyncio.run(play())


def test_a_note_arrives_sealed(office: Post, tmp_path: Path, heard: Heard) -> None:
    phone = Telephone()

    async def scene(system: System) -> None:
        id = note(office, system, phone)
        await office.worker.try_once()
        assert office.states() == {id: ("delivered", "")}

    (asked,) = playing(tmp_path, scene, says("201 Created", "Location: /m/1")).asked
    assert phone.opened(asked.content) == NOTE
    assert "役所".encode() not in asked.content
    assert asked.headers["content-encoding"] == "aes128gcm"
    assert asked.headers["authorization"].startswith("vapid t=")
    assert asked.headers["authorization"].endswith(f"k={shown(office.keys)}")
    assert asked.headers["ttl"] == str(3 * 24 * 3600)
    assert heard == []


@pytest.mark.parametrize("status", ["404 Not Found", "410 Gone"])
def test_who_is_gone_is_told_of_and_needs_nobody_to_look(
    office: Post, tmp_path: Path, heard: Heard, status: str
) -> None:
    async def scene(system: System) -> None:
        id = note(office, system, Telephone())
        await office.worker.try_once()
        assert office.states() == {id: ("delivered", "")}
        assert [each.to for each in heard] == [system.url]

    playing(tmp_path, scene, says(status))


@pytest.mark.parametrize("status", ["429 Too Many Requests", "503 Service Unavailable", "403 Forbidden"])
def test_what_may_pass_is_tried_again_until_it_is_no_news_any_more(
    office: Post, tmp_path: Path, heard: Heard, status: str
) -> None:
    async def scene(system: System) -> None:
        id = note(office, system, Telephone())
        await office.worker.try_once()
        assert office.states() == {id: ("waiting", f"POST {status[:3]}")}
        assert heard == []
        office.now += timedelta(days=3, minutes=1)
        await office.worker.try_once()
        assert len(heard) == 1

    assert len(playing(tmp_path, scene, says(status)).asked) == 1


def test_nothing_inside_is_asked_whatever_the_operator_named_for_webhooks(office: Post, tmp_path: Path) -> None:
    by(office, partial(Client, frozenset(), QUICK, here))

    async def scene(system: System) -> None:
        id = note(office, system, Telephone())
        await office.worker.try_once()
        assert office.states() == {id: ("waiting", "target not allowed")}

    assert playing(tmp_path, scene).connections == 0


def test_a_browser_that_knows_us_by_a_lost_key_is_gone(office: Post, tmp_path: Path, heard: Heard) -> None:
    async def scene(system: System) -> None:
        note(office, system, Telephone(), known=shown(Keys({1: b"2" * 32}, b"")))
        await office.worker.try_once()
        assert len(heard) == 1

    assert playing(tmp_path, scene).asked == []
