"""The applicants, in a process of their own: so many applications, so many at a time; prints what they saw as JSON."""

from __future__ import annotations

import asyncio
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

from tests.journeys import benefit
from tests.journeys.visitor import Reply, Visitor

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


async def one(port: int, script: bool, seconds: list[float]) -> None:
    """One person: the first page with all it loads, then the whole way to the receipt."""
    visitor = Timed(port, script, seconds=seconds)
    first = await visitor.get(f"{benefit.SERVICE}/")
    for path in ASSET.findall(first.text) if script else ():
        await visitor.get(path)
    await benefit.apply(visitor)
    await visitor.leave()


async def many(port: int, script: bool, applications: int, at_a_time: int) -> dict[str, Any]:
    """All of them; a person who is done makes room for the next."""
    seconds: list[float] = []
    waiting: Iterator[int] = iter(range(applications))

    async def queue() -> None:
        for _ in waiting:
            await one(port, script, seconds)

    began = perf_counter()
    await asyncio.gather(*(queue() for _ in range(at_a_time)))
    return _told(applications, perf_counter() - began, sorted(seconds))


def _told(applications: int, whole: float, seconds: list[float]) -> dict[str, float]:
    percentiles = {f"p{p}_ms": seconds[min(len(seconds) * p // 100, len(seconds) - 1)] * 1000 for p in (50, 95, 99)}
    return {
        "applications": applications,
        "requests_per_application": len(seconds) / applications,
        "applications_per_second": applications / whole,
        "pages_per_second": len(seconds) / whole,
        **percentiles,
    }


if __name__ == "__main__":
    given = json.loads(sys.argv[1])
    print(json.dumps(asyncio.run(many(**given))))
