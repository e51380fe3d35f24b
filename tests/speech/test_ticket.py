"""Tickets: only this town's, only for minutes, and they show nothing of what they hold."""

from __future__ import annotations

from base64 import urlsafe_b64decode
from datetime import UTC, datetime, timedelta

import pytest

from portal.security.sealing import Sealer
from portal.speech.ticket import VALID, Ticket, issued, opened

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
OURS, THEIRS = Sealer({1: b"a" * 32}), Sealer({1: b"b" * 32})
HANAKO = Ticket("山田　花子さんの生まれた日", "ja", "", {"山田　花子": "ヤマダ　ハナコ"})


def test_a_ticket_opens_as_it_was_issued() -> None:
    assert opened(issued(HANAKO, OURS, NOW), OURS, NOW) == HANAKO


def test_it_opens_until_its_time_has_passed() -> None:
    text = issued(HANAKO, OURS, NOW)
    assert opened(text, OURS, NOW + VALID)
    assert opened(text, OURS, NOW + VALID + timedelta(seconds=1)) is None


def test_another_town_opens_nothing() -> None:
    assert opened(issued(HANAKO, OURS, NOW), THEIRS, NOW) is None


def test_nobody_sees_what_is_in_it() -> None:
    text = issued(HANAKO, OURS, NOW)
    assert "花子".encode() not in urlsafe_b64decode(text + "=" * (-len(text) % 4))
    assert "花子" not in repr(HANAKO)


@pytest.mark.parametrize("text", ["", "x", "x" * 40, "あ" * 40, "x" * 10_000, "../../etc/passwd" * 3])
def test_what_is_no_ticket_opens_nothing(text: str) -> None:
    assert opened(text, OURS, NOW) is None


def test_a_ticket_changed_anywhere_opens_nothing() -> None:
    text = issued(HANAKO, OURS, NOW)
    for n in range(0, len(text) - 2, 7):
        assert opened(f"{text[:n]}{'A' if text[n] != 'A' else 'B'}{text[n + 1 :]}", OURS, NOW) is None
