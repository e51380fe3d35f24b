"""Beside the worker the mailbox is looked through; one that is away stops nothing."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from portal.cli.delivery.returning import returning
from portal.delivery.bounces.returned import Returns
from portal.settings import Settings
from tests.serving import free_port


def test_nothing_is_done_where_no_mailbox_is_named(tmp_path: Path) -> None:
    asyncio.run(returning(Settings(var=tmp_path), asyncio.Event()))
    assert not list(tmp_path.iterdir())


def test_a_mailbox_that_is_away_is_looked_into_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    settings = Settings(var=tmp_path, imap_url=f"imap://post:secret@127.0.0.1:{free_port()}/")
    looks: list[int] = []

    async def a_while() -> None:
        stop, loop = asyncio.Event(), asyncio.get_running_loop()
        look = Returns.look

        def counted(returns: Returns) -> object:
            looks.append(1)
            if len(looks) == 2:
                loop.call_soon_threadsafe(stop.set)
            return look(returns)

        monkeypatch.setattr(Returns, "look", counted)
        monkeypatch.setattr("portal.cli.delivery.returning.PERIOD", 0.01)
        await asyncio.wait_for(returning(settings, stop), 20)

    asyncio.run(a_while())
    assert len(looks) >= 2
    assert "ConnectionRefusedError" in caplog.text
    assert "secret" not in caplog.text
