"""What a slow mail server does to residents: nothing. So many submissions a minute, mails that take 200 ms each.

The page's time is measured with a server that takes mails at once and with the slow one, by turns, at the same pace.
`make bench ONLY=delivery MINUTES=1` is a shorter run than the five minutes of the promise.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.serving import HOUSE, Server, free_port, listening, serving
from tests.waiting import until

PER_MINUTE = 1000
SLOW = 0.2
"""Seconds the mail server takes over each mail."""
BACK_EVERY = 20
"""Of so many, one takes it back at once: a second letter about the same case, which must come second."""
WARM_UP, PATIENCE = 60, 900.0
STRANGERS = 12_000
"""The first of the people who only warm the server up."""


def delivery() -> dict[str, float]:
    """Pages with and without, what became of the letters, and how long the outbox took to be empty."""
    minutes = float(os.environ.get("MINUTES", "5"))
    count = round(PER_MINUTE * minutes)
    with TemporaryDirectory() as quick, TemporaryDirectory() as slow:
        calm = [_measured(Path(quick), 0.0, (0, count // 5))]
        pressed = _measured(Path(slow), SLOW, (0, count))
        calm.append(_measured(Path(quick), 0.0, (count, count // 5)))
    without = sorted(second for run in calm for second in run["seconds"])
    waits = sorted(pressed["seconds"])
    found = {f"delivery_page_p{p}_ms": _percentile(waits, p) * 1000 for p in (50, 95)}
    found |= {f"delivery_page_p{p}_ms_without": _percentile(without, p) * 1000 for p in (50, 95)}
    ratios = {f"delivery_page_p{p}_ratio": _percentile(waits, p) / _percentile(without, p) for p in (50, 95)}
    return found | ratios | {name: value for name, value in pressed.items() if name.startswith("delivery_")}


def _measured(folder: Path, seconds: float, people: tuple[int, int]) -> dict:
    """So many people (from the n-th on) apply at the pace; the letters they caused, when all have left."""
    first, count = people
    book = folder / "taken"
    with _mail(seconds, book) as port, serving(_server(folder, port)) as server:
        warm = len(_taken(book)) + WARM_UP
        _load(server.port, (STRANGERS + first, WARM_UP), 0)
        until(lambda: len(_taken(book)) >= warm, PATIENCE, "the first letters to leave")
        before = _taken(book)
        told = _load(server.port, (first, count), BACK_EVERY)
        ended = perf_counter()
        letters = _taken(book)
        backlog = len(before) + told["letters"] - len(letters)
        until(lambda: len(_taken(book)) >= len(before) + told["letters"], PATIENCE, "the outbox to drain")
        drained = perf_counter() - ended
    return {"seconds": told["seconds"]} | _judged(_taken(book)[len(before) :], told, backlog, drained)


def _judged(taken: list[tuple[str, str]], told: dict, backlog: int, drained: float) -> dict[str, float]:
    of_case = defaultdict(list)
    for id, number in taken:
        of_case[number].append(id)
    return {
        "delivery_submissions_per_minute": told["submissions"] / told["whole"] * 60,
        "delivery_letters": len(taken),
        "delivery_backlog": backlog,
        "delivery_drained_s": drained,
        "delivery_out_of_order": sum(ids != sorted(ids) for ids in of_case.values()),
        "delivery_twice": len(taken) - len({id for id, _ in taken}),
        "delivery_lost": len(set(told["numbers"]) - of_case.keys()),
    }


def _server(folder: Path, mail: int) -> Server:
    return Server(folder, environment={"YORISOI_SMTP_URL": f"smtp://127.0.0.1:{mail}"})


@contextmanager
def _mail(seconds: float, book: Path) -> Iterator[int]:
    port = free_port()
    words = [sys.executable, "-m", "tests.bench.slow_mail", str(port), str(seconds), str(book)]
    with subprocess.Popen(words, cwd=HOUSE) as process:
        try:
            until(lambda: listening(port), 30, "the mail server")
            yield port
        finally:
            process.kill()


def _load(port: int, people: tuple[int, int], back_every: int) -> dict:
    load = {"port": port, "people": people, "per_minute": PER_MINUTE, "back_every": back_every}
    words = [sys.executable, "-m", "tests.bench.paced", json.dumps(load)]
    return dict(json.loads(subprocess.run(words, cwd=HOUSE, stdout=subprocess.PIPE, check=True).stdout))


def _taken(book: Path) -> list[tuple[str, str]]:
    """Envelope's id and receipt number of each mail, in the order they were taken."""
    lines = book.read_text().splitlines() if book.exists() else []
    return [(id, number) for id, _, number in (line.partition(" ") for line in lines)]


def _percentile(ordered: list[float], percent: int) -> float:
    return ordered[min(len(ordered) * percent // 100, len(ordered) - 1)]
