"""An audit goes on where it found something, after that was mended, where a page was changed since, and with checks
that came since: what was clean need not be judged anew.

The report names what was judged again and when. A mend may spoil another page: before a release the whole is judged.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from a11y import audit
from a11y.audit import Piece
from a11y.check import checks
from a11y.report.audited import Audited, Fault

DESK = "desk"
"""The family of the staff's pages, which also begin so."""


class NothingToMend(ValueError):
    """There is no piece of the audit to judge again; the text says why."""


def amiss(before: Audited, changed: tuple[str, ...] = ()) -> list[Piece]:
    """The pieces of a whole audit in which something was found; all families in a look in which one has something, but
    for the desk, to which no other way leads; every look of the families with `changed` pages, as patterns; faults and
    whole ways of checks that came since.

    Raises NothingToMend where nothing was found, where the audit was narrowed or of an installation elsewhere, and
    where something was found that is in no such piece, as in WebKit.
    """
    if not before.whole or before.address:
        raise NothingToMend("the last audit was narrowed, or of another installation: judge the whole")
    looks, ways = set[tuple[bool, str]](), set[tuple[str, str]]()
    missed = {one.check for one in before.faults if not one.caught}
    for one in before.findings:
        if one.state == "look" or (one.page, one.state, one.variant) in before.states:
            looks.add((one.page.partition("/")[0] == DESK, one.variant))
        elif one.state in ("on the way", "way"):
            ways.add((one.check, one.page))
        elif one.state == "faults":
            missed.add(one.check)
        elif one.page:
            raise NothingToMend(f"{one.place}: {one.what}: judge the whole")
    came = {name for name in checks() if not before.ran.get(name)}
    again = {piece for piece in audit.pieces(audit.Wanted(pages=changed)) if piece.kind == "look"}
    found = [
        piece
        for piece in audit.pieces(audit.Wanted())
        if piece in again or piece.check in came or _is_one(piece, looks, ways, missed)
    ]
    if not found and not before.findings:
        raise NothingToMend("the last audit found nothing")
    return found


def _is_one(piece: Piece, looks: set[tuple[bool, str]], ways: set[tuple[str, str]], missed: set[str]) -> bool:
    if piece.kind == "look":
        return (piece.name == DESK, str(piece.variant)) in looks
    return (piece.check, piece.name) in ways if piece.kind == "way" else piece.check in missed


def mended(before: Audited, now: Audited, pieces: Iterable[Piece]) -> Audited:
    """The whole audit with what these pieces found this time in the place of all that was found before."""
    faults = {(one.check, one.fault): one for one in (*before.faults, *now.faults)}
    told = {
        "ended": now.ended,
        "again": (*before.again, *(f"{_at(now.ended)} {now.version} {piece}" for piece in pieces)),
        "states": tuple(sorted({*before.states, *now.states})),
        "findings": now.findings,
        "ran": {**now.ran, **before.ran},
        "excused": tuple({*before.excused, *now.excused}),
        "faults": tuple(sorted(faults.values(), key=_name)),
    }
    return before.model_copy(update=told)


def _at(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"


def _name(one: Fault) -> tuple[str, str]:
    return one.check, one.fault
