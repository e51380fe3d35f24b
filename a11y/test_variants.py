"""The rounds meet each look, each size and each language, and over all families each pair of them."""

from __future__ import annotations

from itertools import product

import pytest

from a11y.check import LOOKS, Check, State, Variant, checks
from a11y.pages import PAGES
from a11y.variants import ALWAYS, beside, covering
from a11y.walk import walks
from portal.language.words import CODES, EASY, SOURCE
from portal.preferences import CONTRAST, TEXT

FAMILIES = len({walk.family for walk in walks()})
OF_SOME_PAGES = {
    "transcript": "what other services have in common with the first is told of that one only",
    "lit_word": "one page is being read, for all",
}
"""Checks that need not be at work everywhere, and why."""


@pytest.mark.parametrize("family", range(FAMILIES))
def test_a_family_meets_every_look_size_and_language(family: int) -> None:
    round_ = covering(family)
    assert {variant.look for variant in round_} == {*LOOKS}
    assert {variant.text for variant in round_} == {*TEXT}
    assert {variant.language for variant in round_} >= {*ALWAYS}


@pytest.mark.parametrize("pair", [("look", "text"), ("look", "language"), ("text", "language")], ids=" and ".join)
def test_every_pair_is_met_somewhere(pair: tuple[str, str]) -> None:
    met = {tuple(getattr(variant, name) for name in pair) for family in range(FAMILIES) for variant in covering(family)}
    there = {"look": LOOKS, "text": TEXT, "language": ALWAYS}
    assert not {*product(there[pair[0]], there[pair[1]])} - met


def test_every_language_has_its_turn() -> None:
    assert {variant.language for family in range(FAMILIES) for variant in covering(family)} == {*CODES}


def test_every_contrast_is_a_look() -> None:
    assert {*CONTRAST} < {*LOOKS}
    assert Variant().look in CONTRAST


@pytest.mark.parametrize("name", [name for name, it in checks().items() if it.look and name not in OF_SOME_PAGES])
def test_every_check_is_at_work_in_every_family(name: str) -> None:
    idle = [family for family in range(FAMILIES) if not at_work(checks()[name], family)]
    assert not idle, "no variant of their rounds is one that this check looks at"


def at_work(check: Check, family: int) -> bool:
    """Whether the check judges a question in some variant of the family's round."""
    return any(check.at(State("kyufukin/phone", "filled", variant)) for variant in covering(family))


@pytest.mark.parametrize(("name", "part"), [("languages", "language"), ("focus_visible", "look"), ("axe", "text")])
@pytest.mark.parametrize("family", range(FAMILIES))
def test_a_check_is_at_work_wherever_it_may_find_something_else(name: str, part: str, family: int) -> None:
    round_ = [variant for variant in covering(family) if variant.look != "print"]
    judged = [variant for variant in round_ if checks()[name].at(State("kyufukin/phone", "filled", variant))]
    assert {getattr(variant, part) for variant in judged} == {getattr(variant, part) for variant in round_}


def test_words_with_something_beside_them_are_met_in_the_largest_letters_and_in_each_family_of_residents() -> None:
    families = {walk.family for walk in walks()}
    besides = {family: beside(family) for family in families}
    assert all(besides[family] == () or not family.startswith("desk") for family in families)
    main = besides[PAGES["journeys"][PAGES["shortest"]]["service"]]
    assert {variant.language for variant in main} >= {SOURCE, "en", "ne", "zh-Hans"}
    assert {variant.text for variant in main if variant.both} >= {100, 200, 300}
    assert {variant.look for variant in main} >= {"standard", "dark", "forced-colors"}
    assert any(variant.kana and variant.language == SOURCE and variant.text == 300 for variant in main)
    easy = [variant for n in range(FAMILIES) for variant in covering(n) if variant.language == EASY]
    assert {variant.text for variant in easy if variant.kana} == {*TEXT}


@pytest.mark.parametrize("told", ["ja 100 dark", "en+ja 300 standard", "ja+kana 200 print"])
def test_a_variant_is_written_as_it_is_read(told: str) -> None:
    assert str(Variant.read(told)).replace("%", "") == told
