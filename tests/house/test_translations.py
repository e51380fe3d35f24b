"""A translation keeps what a reader finds on the page: names of buttons, lines of lists, values that are filled in."""

from __future__ import annotations

import pytest

from portal.language.translating import glossary
from portal.language.translating.faults import Judge
from portal.language.translating.messages import every
from portal.language.words import OTHERS


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_amiss(language: str) -> None:
    messages = every(language)
    judge = Judge(language, {told.source[0]: told.translation[0] for told in messages}, glossary.load(language))
    assert not [(told.source[0], fault.words) for told in messages for fault in judge.faults(told)]
