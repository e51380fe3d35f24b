"""What a partner sends is strict and bounded."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from portal.api.v1.shapes.submission import MOST_FILES, Submission

CONSENT = {"statements": ["act"], "signed_on": "2026-11-20"}


def test_an_answer_of_one_part_may_be_its_text() -> None:
    told = Submission.model_validate({"answers": {"a": "x", "b": {"value": "y"}}, "consent": CONSENT})
    assert (told.answers, told.language, told.files) == ({"a": "x", "b": {"value": "y"}}, "ja", [])


@pytest.mark.parametrize(
    "change",
    [
        {"answers": {"a": 1}},
        {"answers": {"a": "x" * 5001}},
        {"consent": CONSENT | {"signed_on": "yesterday"}},
        {"files": [{"question": "q", "name": "n", "content": ""}] * (MOST_FILES + 1)},
        {"surprise": 1},
    ],
)
def test_too_much_or_something_else_is_not_taken(change: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Submission.model_validate({"answers": {}, "consent": CONSENT} | change)
