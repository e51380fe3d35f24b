"""An exception is for one thing, for a reason and for a while."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from a11y import exceptions
from a11y.check import State
from a11y.exceptions import excused, exemptions, idle, overdue, read

LAST = date(2026, 12, 31)
ENTRY = {
    "check": "reflow",
    "page": "kyufukin/*",
    "what": r"<table.* reaches \d+ px",
    "reason": "A table of figures may be wide; WCAG 2.2, 1.4.10 excepts it.",
    "until": LAST,
}
FOUND = "at 320 × 640: <table class='figures'> reaches 400 px"


def written(folder: Path, **changed: Any) -> Path:
    """A file with one exception."""
    path = folder / "exceptions.yaml"
    path.write_text(yaml.safe_dump({"exceptions": [ENTRY | changed]}, allow_unicode=True))
    return path


@pytest.fixture
def one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """This house with one exception."""
    monkeypatch.setattr(exceptions, "exemptions", lambda: read(written(tmp_path)))


def test_those_of_this_house_can_be_read() -> None:
    assert isinstance(exemptions(), tuple)


@pytest.mark.usefixtures("one")
class TestAnException:
    def test_excuses_what_it_names(self) -> None:
        assert excused("reflow", State("kyufukin/amount", "empty"), FOUND, LAST) == ENTRY["reason"]
        assert excused("reflow", "kyufukin/amount", FOUND, LAST) == ENTRY["reason"]

    @pytest.mark.parametrize(
        ("check", "page", "text"),
        [
            ("motion", "kyufukin/amount", FOUND),
            ("reflow", "juminhyo/amount", FOUND),
            ("reflow", "kyufukin/amount", "at 320 × 640: <input> reaches 400 px"),
        ],
    )
    def test_excuses_nothing_else(self, check: str, page: str, text: str) -> None:
        assert excused(check, page, text, LAST) is None

    def test_ends_with_its_day(self) -> None:
        after = date(2027, 1, 1)
        assert not [*overdue(LAST)]
        assert excused("reflow", "kyufukin/amount", FOUND, after) is None
        assert "reflow on kyufukin/*" in next(iter(overdue(after)))

    def test_is_told_of_when_it_excuses_nothing_any_more(self) -> None:
        assert not [*idle([("reflow", "kyufukin/amount", FOUND)])]
        assert len([*idle([("reflow", "kyufukin/amount", "something else")])]) == 1


WRONG: dict[str, dict[str, Any]] = {
    "no such check": {"check": "nothing"},
    "no reason": {"reason": "later"},
    "for everything": {"what": ".*"},
    "no expression": {"what": "(((("},
    "for ever": {"until": "never"},
    "a word too many": {"who": "me"},
}


@pytest.mark.parametrize("changed", WRONG.values(), ids=WRONG.keys())
def test_an_exception_that_says_too_little_or_too_much_is_refused(tmp_path: Path, changed: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        read(written(tmp_path, **changed))
