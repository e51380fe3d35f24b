"""Applicants who come at a steady pace, however long the ones before them take; prints how long they waited as JSON."""

from __future__ import annotations

import asyncio
import json
import sys
from time import perf_counter
from typing import Any

from tests.bench.load import Timed, person
from tests.journeys import benefit


async def one(port: int, n: int, back: bool, seconds: list[float]) -> str:
    """The n-th applies, and perhaps takes it back; the receipt number."""
    visitor = Timed(port, seconds=seconds)
    await visitor.get(f"{benefit.SERVICE}/")
    number = await benefit.apply(visitor, person(n))
    if back:
        await visitor.post(f"{benefit.SERVICE}/withdraw/{number}/all", {"do": "withdraw"})
    await visitor.leave()
    return number


async def paced(port: int, people: tuple[int, int], per_minute: float, back_every: int) -> dict[str, Any]:
    """So many from the first on, one after the other, by the clock."""
    first, count = people
    loop, seconds = asyncio.get_running_loop(), list[float]()
    began, tasks, all_came = perf_counter(), list[asyncio.Task[str]](), asyncio.Event()

    def come(n: int) -> None:
        back = bool(back_every) and n % back_every == 0
        tasks.append(asyncio.create_task(one(port, n, back, seconds)))
        if len(tasks) == count:
            all_came.set()

    for n in range(count):
        loop.call_at(loop.time() + n * 60 / per_minute, come, first + n)
    await all_came.wait()
    numbers = await asyncio.gather(*tasks)
    back = sum(1 for n in range(first, first + count) if back_every and n % back_every == 0)
    whole = perf_counter() - began
    return {"whole": whole, "seconds": seconds, "numbers": numbers, "submissions": count, "letters": count + back}


if __name__ == "__main__":
    print(json.dumps(asyncio.run(paced(**json.loads(sys.argv[1])))))
