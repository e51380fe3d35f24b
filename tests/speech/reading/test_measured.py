"""Measured: nearly all of the list and all municipalities but two are read as people expect."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from portal.speech.reading import dictionaries, measured
from portal.speech.reading.measured import MUNICIPALITIES, Kana, Result, totals
from portal.speech.reading.places import Served
from portal.speech.voices.openjtalk import Openjtalk


@pytest.fixture(scope="module")
def results(voice: Openjtalk, pytestconfig: pytest.Config) -> list[Result]:
    """Every line of the list."""
    folder = pytestconfig.cache.mkdir("speech")

    def voice_in(towns: Sequence[Served]) -> Kana:
        return Openjtalk(dictionaries(folder, towns)).kana

    return list(measured.measured(voice_in))


def test_ninety_nine_of_a_hundred_are_right(results: list[Result]) -> None:
    of_the_list = [result for result in results if result.section != MUNICIPALITIES]
    wrong = [(one.seen, one.read, one.expected) for one in of_the_list if not one.right]
    assert len(of_the_list) >= 1000
    assert len(wrong) <= len(of_the_list) / 100, wrong


def test_all_municipalities_but_two_are_right(results: list[Result]) -> None:
    right, all = totals(results)[MUNICIPALITIES]
    assert all == 1892
    assert right >= all - 2
