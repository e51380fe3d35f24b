"""Refusals: words for each, never a code, always a way out."""

from __future__ import annotations

import re

import pytest

from portal.language.words import words_for
from portal.web.errors import WORDS, Refused


@pytest.mark.parametrize("reason", WORDS)
def test_each_says_what_to_do_next(reason: str) -> None:
    told = Refused(404, reason).context(words_for("ja"), "/ja/")
    assert told["way_out"] == {"url": "/ja/", "label": "はじめのページへ"}
    assert not re.search(r"[45]\d\d|不正", told["title"] + "".join(told["lines"]))
    assert any(line.endswith(("ください。", "ます。", "します。")) for line in told["lines"])


def test_an_unknown_reason_has_words_too() -> None:
    assert Refused(418).context(words_for("ja"), "/")["lines"]
