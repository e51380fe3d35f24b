"""Large bodies wait for one another, small ones for nobody."""

from __future__ import annotations

import asyncio
from threading import Thread
from typing import Any

import pytest

from portal.api.v1.asked.submissions import OPERATIONS
from portal.api.v1.entrance import body
from portal.api.v1.entrance.room import Room
from portal.api.v1.problems import Refused
from tests.api.given import Office, kind_of

(HAND_IN,) = OPERATIONS


def test_there_is_room_again_when_one_has_gone() -> None:
    async def tried() -> list[str]:
        room, told, may_go = Room(10), list[str](), asyncio.Event()

        async def one(name: str, size: int) -> None:
            async with room.taken(size):
                told.append(f"{name} in")
                if name == "d":
                    may_go.set()
                await may_go.wait()
            told.append(f"{name} out")

        await asyncio.gather(one("a", 6), one("b", 4), one("c", 10), one("d", 0))
        with pytest.raises(ZeroDivisionError):
            async with room.taken(10):
                _ = 1 / 0
        await one("e", 10)
        return told

    told = asyncio.run(tried())
    assert told[:3] == ["a in", "b in", "d in"]
    assert told[-4:] == ["c in", "c out", "e in", "e out"]


def test_nobody_waits_for_ever() -> None:
    async def tried() -> None:
        room = Room(10, patience=0)
        async with room.taken(1):
            with pytest.raises(Refused, match="TooMuch") as refused:
                async with room.taken(10):
                    pass
        assert refused.value.headers == {"Retry-After": "5"}

    asyncio.run(tried())


def test_of_two_large_bodies_one_is_read_after_the_other(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    token, large, read = office.token(), b" " * body.limit(office.house, HAND_IN), body.read
    told = list[str]()

    def post(content: bytes) -> str:
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {token}"}
        answer = office.web.post("/api/v1/services/kyufukin/submissions", content=content, headers=headers)
        told.append(f"answer to {len(content)}")
        return kind_of(answer)

    second = Thread(target=post, args=(large,))

    def meanwhile(*brought: Any) -> Any:
        monkeypatch.setattr(body, "read", read)
        second.start()
        assert post(b"{") == "BadJson"
        told.append("first is read")
        return read(*brought)

    monkeypatch.setattr(body, "read", meanwhile)
    assert post(large[1:]) == "BadJson"
    second.join()
    assert told[:2] == ["answer to 1", "first is read"]
    assert {*told[2:]} == {f"answer to {len(large) - 1}", f"answer to {len(large)}"}
