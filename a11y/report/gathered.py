"""What the pieces of an audit saw, put together: what ran how often, what is excused, what has to be remembered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from a11y import audit, exceptions
from a11y.check import State, checks
from a11y.report.audited import JAPAN, Audited, Excused, Finding


class Frame(NamedTuple):
    """What is known without looking at a page: when, what with (surroundings), where, and whether it was all."""

    began: datetime
    ended: datetime
    surroundings: Mapping[str, Any]
    address: str = ""
    whole: bool = True


def gathered(frame: Frame, wanted: audit.Wanted, states: Iterable[State], found: Iterable[audit.Finding]) -> Audited:
    """The audit as a report takes it; the same whatever the order of states and findings."""
    visited, today = sorted(set(states), key=str), frame.ended.astimezone(JAPAN).date()
    told = [Finding(**one._asdict()) for one in sorted(set(found))]
    reasons = {one: exceptions.excused(one.check, one.page, one.what, today) for one in told}
    return Audited(
        began=frame.began,
        ended=frame.ended,
        address=frame.address,
        whole=frame.whole,
        states=tuple((state.page, state.name, str(state.variant)) for state in visited),
        ran=ran(wanted, visited, ways=not frame.address),
        findings=tuple(one for one, reason in reasons.items() if reason is None),
        excused=tuple(Excused(**one.model_dump(), reason=reason) for one, reason in reasons.items() if reason),
        reminders=tuple(reminders(told, today, all_seen=frame.whole and not frame.address)),
        **frame.surroundings,
    )


def ran(wanted: audit.Wanted, states: Iterable[State], ways: bool = True) -> dict[str, int]:
    """How often each wanted check judged: states, journeys, or the sources once. Those that never did are left out."""
    looked = Counter[str]()
    for state in states:
        looked.update(name for name, check in wanted.judges("look").items() if check.at(state))
    went = dict.fromkeys(wanted.judges("way"), len(audit.gone())) if ways else {}
    read = dict.fromkeys(wanted.judges("read"), 1) if ways else {}
    return {name: n for name in checks() if (n := looked[name] or went.get(name, 0) or read.get(name, 0))}


def reminders(told: Iterable[Finding], today: date, all_seen: bool) -> list[str]:
    """Exceptions past their day, and after a whole audit those that excuse nothing any more."""
    found = [(one.check, one.page, one.what) for one in told]
    return [*exceptions.overdue(today), *(exceptions.idle(found) if all_seen else ())]
