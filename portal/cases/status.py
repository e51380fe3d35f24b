"""Where a case can stand, what it may become next, and how that is called."""

from __future__ import annotations

from portal.language.words import Say, say

RECEIVED, WITHDRAWN = "received", "withdrawn"
DECIDED = frozenset({"accepted", "refused"})
"""Where the office has made up its mind."""
OVER = frozenset({"refused", WITHDRAWN})
"""Where nothing comes any more of what was told to follow."""

MOVES: dict[str, frozenset[str]] = {
    "received": frozenset({"checking", "withdrawn"}),
    "checking": frozenset({"asked", "accepted", "refused", "withdrawn"}),
    "asked": frozenset({"checking", "withdrawn"}),
    "accepted": frozenset(),
    "refused": frozenset(),
    "withdrawn": frozenset(),
}

NAMES: dict[str, Say] = {
    "received": say("受けつけました"),
    "checking": say("内容を確かめています"),
    "asked": say("聞きたいことがあります"),
    "accepted": say("手続きが終わりました"),
    "refused": say("受けつけられませんでした"),
    "withdrawn": say("申し込みを取りやめました"),
}


def by_office(status: str) -> frozenset[str]:
    """Where the office may move a case that stands so; taking it back is for those who sent it."""
    return MOVES[status] - {WITHDRAWN}


def undecided(status: str) -> bool:
    """Whether a case that stands so can still be taken back."""
    return WITHDRAWN in MOVES[status]
