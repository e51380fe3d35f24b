"""Conditions: equal, one of, all, any, not; an answer not given yet never fits."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from portal.catalogue.conditions import asked, condition

ANSWERS: dict[str, Any] = {"who": "proxy", "ok": True, "picks": ["a", "b"], "no": False}
VECTORS = json.loads(Path(__file__).with_name("conditions.json").read_text())
"""Conditions over ANSWERS, and whether they hold; the reader in the browser is held to the same (tests/browser)."""


@pytest.mark.parametrize(("when", "wanted"), VECTORS)
def test_a_condition_holds_or_not(when: dict[str, Any], wanted: bool) -> None:
    assert condition(when)(ANSWERS.get) is wanted


def test_everything_it_looks_at_is_found() -> None:
    when = {"any": [{"who": ["a", "b"]}, {"not": {"ok": True}}], "picks": "c"}
    assert list(asked(when)) == [("who", "a"), ("who", "b"), ("ok", True), ("picks", "c")]


@pytest.mark.parametrize("when", [{"any": {"who": "a"}}, {"all": ["x"]}, {"not": ["x"]}])
def test_a_wrongly_built_condition_says_how_it_is_built(when: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="takes"):
        list(asked(when))
