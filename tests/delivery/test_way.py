"""A failure says whether trying again can help, and keeps a server's words to itself."""

from __future__ import annotations

from portal.delivery.way import Failed, Passing, Permanent, TooLarge


def test_every_failure_is_one_of_two() -> None:
    assert issubclass(Passing, Failed)
    assert issubclass(Permanent, Failed)
    assert not issubclass(Passing, Permanent)
    assert issubclass(TooLarge, Permanent)


def test_a_failure_says_why() -> None:
    assert Permanent("RCPT 550 5.1.1").why == "RCPT 550 5.1.1"
