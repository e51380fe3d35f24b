"""What is judged again after a mend, and what then stands in the report."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from a11y import audit
from a11y.again import NothingToMend, amiss, mended
from a11y.check import Variant, checks
from a11y.report.audited import Finding
from a11y.test_outcome import FOUND, seen

LOOK = next(piece for piece in audit.pieces(audit.Wanted()) if piece.kind == "look")
WAY = next(piece for piece in audit.pieces(audit.Wanted()) if piece.kind == "way")
FAULT = {"check": "reflow", "fault": "a box of one width", "caught": False}
SEEN = FOUND | {"variant": str(LOOK.variant)}
STATE = ("home", "as it opens", str(LOOK.variant))
GONE = {"check": WAY.check, "page": WAY.name, "state": "on the way", "variant": "", "what": "a form is lost"}


ALL_RAN = dict.fromkeys(checks(), 3)


def found(*findings: dict[str, Any], changed: tuple[str, ...] = (), **told: Any) -> list[audit.Piece]:
    """The pieces judged again after an audit that found this."""
    return amiss(seen(**{"states": [STATE], "findings": findings, "ran": ALL_RAN, **told}), changed)


def test_a_look_is_looked_at_again_by_all_its_pages() -> None:
    pieces = found(SEEN)
    assert LOOK in pieces
    assert {str(piece.variant) for piece in pieces} == {str(LOOK.variant)}
    assert {piece.kind for piece in pieces} == {"look"}
    assert "desk" not in {piece.name for piece in pieces}


def test_what_is_amiss_at_the_desk_is_looked_at_again_there_alone() -> None:
    look = next(piece for piece in audit.pieces(audit.Wanted()) if (piece.kind, piece.name) == ("look", "desk"))
    at_desk = ("desk/home", "as it opens", str(look.variant))
    told = SEEN | {"page": at_desk[0], "variant": at_desk[2]}
    assert found(told, states=[at_desk]) == [look]


def test_a_way_is_gone_again_for_its_check_alone() -> None:
    assert found(GONE) == [WAY]


def test_a_missed_fault_is_put_in_again_with_all_of_its_check() -> None:
    assert found(faults=[FAULT]) == [audit.Piece("faults", "", Variant(), "reflow")]


def test_a_piece_that_came_to_a_stop_is_done_again() -> None:
    stopped = FOUND | {"page": LOOK.name, "state": "look", "variant": str(LOOK.variant), "what": "came to a stop"}
    assert LOOK in found(stopped)
    assert found(stopped | {"check": WAY.check, "page": WAY.name, "state": "way"}) == [WAY]
    assert found(stopped | {"page": "", "state": "faults"}) == found(faults=[FAULT])


def test_pages_that_were_changed_are_looked_at_again_in_every_look() -> None:
    desk = [piece for piece in audit.pieces(audit.Wanted()) if (piece.kind, piece.name) == ("look", "desk")]
    assert found(changed=("desk/*",)) == desk
    assert {*desk} < {*found(SEEN, changed=("desk/*",))}


def test_a_check_that_came_since_is_tried_and_gone_with() -> None:
    ran = {name: n for name, n in ALL_RAN.items() if name not in ("reflow", WAY.check)}
    assert {(piece.kind, piece.check) for piece in found(ran=ran)} == {
        ("faults", "reflow"),
        ("faults", WAY.check),
        ("way", WAY.check),
    }


def test_what_is_amiss_in_the_sources_is_always_read_again() -> None:
    assert found(FOUND | {"page": "", "state": "in the sources", "variant": ""}) == []


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"findings": [SEEN], "whole": False},
        {"findings": [SEEN], "address": "https://example.jp/"},
        {"findings": [FOUND | {"page": "webkit", "state": "in WebKit", "variant": ""}]},
    ],
)
def test_where_there_is_nothing_to_judge_again_it_says_so(told: dict[str, Any]) -> None:
    with pytest.raises(NothingToMend):
        found(**{"findings": [], **told})


def test_the_report_has_what_is_found_now_and_says_what_was_judged_again() -> None:
    before = seen(states=[STATE], findings=[SEEN], faults=[FAULT])
    other = SEEN | {"what": "a link is covered"}
    now = seen(
        states=[("home", "menu", str(LOOK.variant))],
        findings=[other],
        faults=[FAULT | {"caught": True}],
        ended=before.ended + timedelta(hours=1),
        ran={"reflow": 1, "of_late": 2},
    )
    whole = mended(before, now, [LOOK])
    assert whole.findings == (Finding(**other),)
    assert whole.states == (STATE, ("home", "menu", str(LOOK.variant)))
    assert [one.caught for one in whole.faults] == [True]
    assert whole.again == (f"2026-11-24 11:00 0.1.0 {LOOK}",)
    assert (whole.began, whole.ended) == (before.began, now.ended)
    assert whole.ran == {**before.ran, "of_late": 2}
