"""The applicants, in a process of their own: so many, so many at a time; prints how long they waited as JSON."""

from __future__ import annotations

import asyncio
import json
import re
import sys
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

from tests.journeys import benefit
from tests.journeys.benefit import Typed
from tests.journeys.visitor import Reply, Visitor

DAYS, MONTHS, FIRST_YEAR = 28, 12, 5
"""Days of a month, months of a year, and the first year of Shōwa, in which people of the load are born."""
ASSET = re.compile(r'(?:href|src)="(/static/[^"]+)"')


@dataclass
class Timed(Visitor):
    """A visitor with a watch: seconds of every exchange."""

    seconds: list[float] = field(default_factory=list)

    async def _exchange(self, request: bytes) -> Reply:
        began = perf_counter()
        reply = await super()._exchange(request)
        self.seconds.append(perf_counter() - began)
        return reply


def person(n: int) -> Mapping[str, Typed]:
    """What the n-th of them types: born on another day than anybody else, so that nobody is the same person again."""
    month, day = divmod(n, DAYS)
    year, month = divmod(month, MONTHS)
    born = {"era": "showa", "year": str(FIRST_YEAR + year), "month": str(month + 1), "day": str(day + 1)}
    account = {**benefit.TYPED["bank-account"], "number": str(1_234_567 + n)}
    phone = {"value": f"０３−１２３４−{n % 10_000:04}"}
    return {**benefit.TYPED, "birth-date": born, "phone": phone, "bank-account": account}


async def one(port: int, script: bool, seconds: list[float], typed: Mapping[str, Typed]) -> None:
    """One person: the first page with all it loads, then the whole way to the receipt."""
    visitor = Timed(port, script, seconds=seconds)
    first = await visitor.get(f"{benefit.SERVICE}/")
    for path in ASSET.findall(first.text) if script else ():
        await visitor.get(path)
    await benefit.apply(visitor, typed)
    await visitor.leave()


async def many(port: int, script: bool, people: tuple[int, int], at_a_time: int) -> dict[str, Any]:
    """All from the first to before the last; a person who is done makes room for the next."""
    seconds: list[float] = []
    waiting: Iterator[int] = iter(range(*people))

    async def queue() -> None:
        for n in waiting:
            await one(port, script, seconds, person(n))

    return await _watched(queue, at_a_time, seconds)


async def constant(port: int, answers: int, at_a_time: int) -> dict[str, Any]:
    """So many answers of a server that always says the same."""
    seconds: list[float] = []
    waiting: Iterator[int] = iter(range(answers))

    async def queue() -> None:
        visitor = Timed(port, seconds=seconds)
        for _ in waiting:
            await visitor.get("/")
        await visitor.leave()

    return await _watched(queue, at_a_time, seconds)


async def _watched(queue: Callable[[], Awaitable[None]], at_a_time: int, seconds: list[float]) -> dict[str, Any]:
    began = perf_counter()
    await asyncio.gather(*(queue() for _ in range(at_a_time)))
    return {"whole": perf_counter() - began, "seconds": seconds}


if __name__ == "__main__":
    given = json.loads(sys.argv[1])
    print(json.dumps(asyncio.run(many(**given) if "people" in given else constant(**given))))
