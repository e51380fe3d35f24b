"""What pieces of an audit saw, put together the same way whatever their order."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from a11y import audit, exceptions
from a11y.check import State, Variant, checks
from a11y.exceptions import read
from a11y.report.gathered import Frame, gathered
from a11y.test_exceptions import FOUND, written

MOMENT = datetime.fromisoformat("2026-12-31T23:30:00+09:00")
STATES = [State("kyufukin/amount", "empty", Variant(look=look)) for look in ("standard", "print", "dark")]
FINDINGS = [audit.Finding("reflow", state.page, state.name, str(state.variant), FOUND) for state in STATES]


def frame(moment: datetime = MOMENT, whole: bool = True) -> Frame:
    """An audit that ended at this moment."""
    return Frame(moment, moment, {"version": "0.1.0", "tools": {"axe-core": "4"}, "agents": ["here"]}, whole=whole)


def test_order_does_not_matter() -> None:
    one = gathered(frame(), audit.Wanted(), STATES, FINDINGS)
    assert one == gathered(frame(), audit.Wanted(), STATES[::-1] * 2, FINDINGS[::-1] * 2)
    assert len(one.states) == len(one.findings) == 3


def test_a_check_counts_the_states_it_looks_at() -> None:
    told = gathered(frame(), audit.Wanted(), STATES, [])
    assert told.ran["reflow"] == 2, "it leaves paper out"
    assert told.ran.keys() == {name for name, check in checks().items() if told.ran.get(name) or not check.look}


def test_a_narrowed_audit_ran_what_was_wanted() -> None:
    told = gathered(frame(whole=False), audit.Wanted(("reflow",)), STATES, [])
    assert told.ran == {"reflow": 2}
    assert not told.whole


@pytest.mark.usefixtures("excuse")
class TestExceptions:
    @pytest.fixture
    def excuse(self, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
        monkeypatch.setattr(exceptions, "exemptions", lambda: read(written(tmp_path_factory.mktemp("exceptions"))))

    def test_what_is_excused_stands_apart(self) -> None:
        told = gathered(frame(), audit.Wanted(), STATES, FINDINGS)
        assert not told.findings
        assert len(told.excused) == 3
        assert not told.reminders

    def test_the_day_is_japans(self) -> None:
        after = datetime.fromisoformat("2026-12-31T15:30:00+00:00")
        assert after.date() == date(2026, 12, 31)
        told = gathered(frame(after), audit.Wanted(), STATES, FINDINGS)
        assert len(told.findings) == 3
        assert any("its day is over" in words for words in told.reminders)

    def test_an_idle_exception_is_told_of_after_a_whole_audit_only(self) -> None:
        assert any("excuses nothing" in words for words in gathered(frame(), audit.Wanted(), STATES, []).reminders)
        assert not gathered(frame(whole=False), audit.Wanted(("reflow",)), STATES, []).reminders
