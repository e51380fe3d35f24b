"""Scopes: what a system may do with the cases of its departments. Nothing is implied by anything else."""

from __future__ import annotations

from collections.abc import Collection, Mapping

READ_CASES, WRITE_CASES = "cases:read", "cases:write"
READ_EVENTS, READ_READINGS = "events:read", "readings:read"
SUBMIT = "submissions:write"

SCOPES: Mapping[str, tuple[str, str]] = {
    READ_CASES: (
        "申し込みと、そのファイルと、知らせを受けとる",
        "Read applications, their files and the messages about them",
    ),
    WRITE_CASES: (
        "申し込みの様子を変え、本人に知らせ、受けとったと答える",
        "Move applications on, write to the resident, acknowledge",
    ),
    SUBMIT: ("紙で届いた申し込みを送る", "Hand in applications that came on paper"),
    READ_EVENTS: ("申し込みに起きたことを、順に受けとる", "Read what happened to applications, in order"),
    READ_READINGS: ("読み方がちがうと言われた文を受けとる", "Read which sentences were heard read wrongly"),
}
"""Each scope, and what it lets a system do, in Japanese and in English."""


def known(scopes: Collection[str]) -> frozenset[str]:
    """The scopes as a set. Raises ValueError for one there is not."""
    if unknown := sorted(set(scopes) - SCOPES.keys()):
        raise ValueError(f"There is no scope {', '.join(unknown)}; there are {', '.join(SCOPES)}")
    return frozenset(scopes)
