"""What the servers write down holds no word of a resident, even when something goes wrong."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path

from tests.journeys import benefit
from tests.journeys.visitor import Visitor
from tests.serving import Server, serving
from tests.waiting import until


async def clumsy(port: int) -> str:
    """An application with every box filled with nonsense first, and a few wrong turns."""
    visitor = Visitor(port)
    await visitor.get(f"{benefit.SERVICE}/")
    await visitor.post(f"{benefit.SERVICE}/", {"do": "begin"})
    for step, typed in benefit.TYPED.items():
        await visitor.post(f"{benefit.SERVICE}/{step}", {**dict.fromkeys(typed, "髙橋花子\x00🌸" * 40), "do": "next"})
        await visitor.post(f"{benefit.SERVICE}/{step}", {**typed, "do": "next"})
    await visitor.get("/ja/kasumigahama/kyufukin/no-such-question")
    await visitor.post("/ja/kasumigahama/status", {"number": "髙橋花子", "year": "10", "do": "next"})
    receipt = await benefit.press(visitor)
    await visitor.leave()
    return benefit.number(receipt)


def test_no_word_of_a_resident_is_written_down(tmp_path: Path) -> None:
    with serving(Server(tmp_path)) as server:
        number = asyncio.run(clumsy(server.port))
        letters = partial(tmp_path.glob, "outbox/*.eml")
        until(lambda: any(number in letter.read_text() for letter in letters()), what="the letter")
        until(lambda: "delivered" in server.log.read_text(), what="the worker to say so")
    written = server.log.read_text()
    typed = {text for parts in benefit.TYPED.values() for text in parts.values()}
    words = {text for text in typed if not text.isascii() and len(text) > 1}
    assert not [word for word in {*words, number, number.replace("-", "")} if word in written]
    assert "Traceback" not in written
