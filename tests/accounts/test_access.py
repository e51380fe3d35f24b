"""Access opens for its minutes, with its scopes, and to nobody who changed a letter of it."""

from __future__ import annotations

from datetime import datetime

import pytest

from portal.accounts import access
from portal.accounts.secret import Secret
from portal.security.keys import Keys
from tests.accounts.given import TOWN

SOMETHING = Secret(TOWN, "s1", "c1", False, datetime.min, None, None)


@pytest.fixture
def token(keys: Keys, now: datetime) -> str:
    """Access to read cases."""
    return access.grant(keys, SOMETHING, ["cases:read"], now)


def test_it_opens_for_its_minutes(keys: Keys, token: str, now: datetime) -> None:
    found = access.opened(keys, token, now + access.LASTS / 2)
    assert found is not None
    assert (found.municipality, found.secret, found.scopes) == (TOWN, "s1", {"cases:read"})
    assert access.opened(keys, token, now + access.LASTS) is None


def test_nobody_reads_in_it(token: str) -> None:
    assert "cases" not in token
    assert token.startswith(f"yorisoi_{TOWN}_access.")


@pytest.mark.parametrize(
    "change",
    [
        lambda token: token[:-1] + ("A" if token[-1] != "A" else "B"),
        lambda token: token.replace(TOWN, "990027"),
        lambda token: token[:-5],
        lambda token: token.partition(".")[0] + ".",
        lambda token: token.replace(".", ""),
        lambda _: "",
        lambda _: "yorisoi_990019_access.あ",
    ],
)
def test_a_changed_one_opens_nothing(keys: Keys, token: str, now: datetime, change: object) -> None:
    assert access.opened(keys, change(token), now) is None  # type: ignore[operator]


def test_keys_of_another_house_do_not_open_it(token: str, now: datetime) -> None:
    assert access.opened(Keys({1: b"1" * 32}, b""), token, now) is None
