"""A system that fails in many ways: what it took for certain is known, everything else comes again."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from portal.delivery.way import Passing
from portal.delivery.webhook.client import Answer, Client
from tests.delivery.certificates import issued
from tests.delivery.webhook.given import HOST, QUICK, Behaviour, client, endless, here, listening, raw, says, silent

HEADERS = {"content-type": "application/json"}


def posted(folder: Path, *behaviours: Behaviour, by: Callable[[], Client] = client, **serving: object) -> Answer:
    """What the system answers to one letter."""

    async def once() -> Answer:
        async with listening(folder, *behaviours, **serving) as system:  # type: ignore[arg-type]
            ours = by()
            try:
                return await ours.post(system.url, HEADERS, b"{}")
            finally:
                await ours.rest()

    return asyncio.run(once())


def failed(folder: Path, *behaviours: Behaviour, **given: object) -> str:
    """Why a letter did not arrive for certain."""
    with pytest.raises(Passing) as found:
        posted(folder, *behaviours, **given)  # type: ignore[arg-type]
    return found.value.why


def test_the_name_is_kept_though_the_address_is_called(tmp_path: Path) -> None:
    async def once() -> None:
        async with listening(tmp_path) as system:
            ours = client()
            assert await ours.post(system.url, HEADERS, "{'名':1}".encode()) == Answer(204, "")
            await ours.rest()
            (asked,) = system.asked
            assert asked.line == "POST /cases?to=welfare HTTP/1.1"
            assert asked.headers["host"] == f"{HOST}:{system.port}"
            assert asked.body == "{'名':1}"

    asyncio.run(once())


def test_one_connection_carries_many_letters(tmp_path: Path) -> None:
    async def several() -> None:
        async with listening(tmp_path) as system:
            ours = client()
            for _ in range(3):
                await ours.post(system.url, HEADERS, b"{}")
            await ours.rest()
            assert (len(system.asked), system.connections) == (3, 1)

    asyncio.run(several())


def test_what_is_answered_is_told(tmp_path: Path) -> None:
    assert posted(tmp_path, says("503 Busy", "Retry-After: 120", body="later")) == Answer(503, "120")


def test_nobody_is_followed_elsewhere(tmp_path: Path) -> None:
    assert posted(tmp_path, says("307 Elsewhere", "Location: https://169.254.169.254/")).status == 307


LATE: dict[str, tuple[Behaviour, str]] = {
    "says nothing, then that all went well": (silent, "POST timeout"),
    "slow headers": (raw(b"HTTP/1.1 200 OK\r\nContent-Le"), "POST broken answer"),
    "never ends": (endless, "POST 200 answer too long"),
    "half an answer": (raw(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"), "POST broken answer"),
    "hangs up": (raw(), "POST broken answer"),
    "speaks another language": (raw(b"220 mail.town.example ESMTP\r\n"), "POST broken answer"),
}


@pytest.mark.parametrize(("behaviour", "why"), LATE.values(), ids=LATE.keys())
def test_what_was_not_answered_in_full_was_not_taken(tmp_path: Path, behaviour: Behaviour, why: str) -> None:
    assert failed(tmp_path, behaviour) == why


def test_the_whole_of_it_has_an_end(tmp_path: Path) -> None:
    hasty = replace(QUICK, silence=60, whole=0.3)
    assert failed(tmp_path, silent, by=lambda: Client(frozenset({HOST}), hasty, here)) == "POST timeout"


def test_a_certificate_of_somebody_else_is_not_believed(tmp_path: Path) -> None:
    assert failed(tmp_path, by_us=False) == "POST certificate 18"
    assert failed(tmp_path, certificate=issued("other.example", ca=True)) == "POST certificate 62"
    old = issued(HOST, ca=True, end=datetime(2020, 1, 1, tzinfo=UTC))
    assert failed(tmp_path, certificate=old) == "POST certificate 10"


def away(*found: str, by: type[Exception] | None = None, inside: frozenset[str] = frozenset({HOST})) -> str:
    """Why a system was not reached whose name means these addresses."""

    async def lookup(host: str, port: int) -> list[str]:
        if by:
            raise by
        return list(found)

    async def once() -> None:
        ours = Client(inside, QUICK, lookup)
        try:
            await ours.post(f"https://{HOST}:9/", HEADERS, b"{}")
        finally:
            await ours.rest()

    with pytest.raises(Passing) as failed:
        asyncio.run(once())
    return failed.value.why


def test_a_system_that_cannot_be_reached_is_a_passing_trouble() -> None:
    assert away("127.0.0.1") == "POST refused"
    assert away(by=socket.gaierror) == "POST DNS"


def test_a_name_that_turns_to_our_own_door_is_not_called() -> None:
    """DNS rebinding: what the second look would say is never asked for, what the first says is judged."""
    assert away("127.0.0.1", inside=frozenset()) == "target not allowed"
    assert away("8.8.8.8", "169.254.169.254") == "target not allowed"


def test_the_second_address_is_called_when_the_first_is_out_of_order(tmp_path: Path) -> None:
    async def two(host: str, port: int) -> list[str]:
        return ["127.0.0.77", "127.0.0.1"]

    assert posted(tmp_path, by=lambda: Client(frozenset({HOST}), QUICK, two)).status == 204


def test_a_system_without_encryption_is_told_nothing() -> None:
    async def once() -> tuple[str, list[bytes]]:
        heard: list[bytes] = []

        async def plain(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            heard.append(await reader.read(200))
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
            writer.close()

        server = await asyncio.start_server(plain, "127.0.0.1", 0)
        ours = client()
        with pytest.raises(Passing) as failed:
            await ours.post(f"https://{HOST}:{server.sockets[0].getsockname()[1]}/", HEADERS, b"secret")
        await ours.rest()
        server.close()
        return failed.value.why, heard

    why, heard = asyncio.run(once())
    assert why == "POST TLS"
    assert all(b"secret" not in words for words in heard)
