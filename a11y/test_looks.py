"""Nothing is found on the pages: every kind of page in its states, and each look, size and language once.

`make audit` judges every page in every state in whole rounds of variants, which takes half an hour; here each kind of
question is judged in one service only, and once more in English where it says most, in error. Pages that stand alone
and those of the desk are judged in Japanese, refusals in English.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fnmatch import fnmatchcase
from typing import Any

import pytest
from playwright.sync_api import Page

from a11y.audit import judge
from a11y.check import LOOKS, Check, State, Variant, checks
from a11y.pages import PAGES, questions
from a11y.variants import ALWAYS
from a11y.walk import Walk, walked, walks
from portal.preferences import TEXT

pytestmark = pytest.mark.long

LOOKING = {name: check for name, check in checks().items() if check.look}
SERVICES = ("kyufukin", "kaigo-nintei", "juminhyo")
"""A kind of question is judged in the first of these that asks it."""
PAPER = ("*/later", "*/review", "*/done", "status")
"""Pages that people print."""
ON_PAPER, ENGLISH = Variant(look="print"), Variant("en", 300, "dark")
BENEFIT = {"benefit-alone": Variant()}
FOR_ANOTHER = {"benefit-for-another": Variant()}
LONG_WORDS = {"benefit-long": Variant(text=200)}
OTHERS = {"care-alone": Variant("ja-simple", 200, "high"), "residence-certificate": ENGLISH}
ALONE = {
    "alone": Variant("ja", 125, "forced-colors"),
    "problems": Variant("en", 150, "reduced-motion"),
    "desk": Variant("ja", 300),
}
AGAIN = {"residence-certificate": ON_PAPER}
"""Journey, or all pages of a kind → variant."""
ELSE = ("*/proxy-reason-words", "*/members*", "*/lives-alone", "*/bank-account", "*/review", "*/consent", "*/done")
"""Kinds of questions that only the way for another has, and what is told otherwise there."""

HANDLED = ("focus_above_keys", "focus_obscured", "focus_visible", "ime", "paste_allowed", "pointer_cancel", "skip_link")
HANDLED += ("closing_told", "tab_order", "tab_stops")
"""How one gets about on a page, which no word typed there changes: looked at on the page as it comes and in error; on
the way of the long words not at all, at the desk on each page once."""
AS_BEFORE = {"filled", "wrong", *(name for states in PAGES["helped"].values() for name in states)}
AS_BEFORE -= {name for name in AS_BEFORE if name.endswith("to choose from")}
"""States of a question in which other words stand at the same places as when it was empty or in error."""
IN_ERROR = ("in error", "left empty")


def wanted(page: str, variant: Variant, pages: tuple[str, ...]) -> bool:
    """Whether a page is judged here in this variant."""
    if not any(fnmatchcase(page, pattern) for pattern in (PAPER if variant == ON_PAPER else pages)):
        return False
    question = asked(page)
    return question is None or variant == ENGLISH or page.startswith(f"{first(question['kind'])}/")


def asked(page: str) -> Mapping[str, Any] | None:
    """The question on a page, if there is one."""
    service, _, name = page.partition("/")
    return questions(service).get(name) if service in SERVICES else None


def first(kind: str) -> str:
    """The service in which a kind of question is judged."""
    return next(one for one in SERVICES if kind in {it["kind"] for it in questions(one).values()})


def repeated(state: State, met: set[tuple[str, str]]) -> bool:
    """Whether the state was met at another question of the same kind."""
    question = asked(state.page)
    if question is None or (question["kind"], state.name) in met:
        return question is not None
    met.add((question["kind"], state.name))
    return False


def judging(walk: Walk, state: State, handled_before: set[str]) -> dict[str, Check]:
    """The checks that look here."""
    if state.variant == ENGLISH and asked(state.page) and state.name not in IN_ERROR:
        return {}
    handled = state.name not in AS_BEFORE and walk.name not in LONG_WORDS
    if walk.kind == "desk":
        handled = state.page not in handled_before
        handled_before.add(state.page)
    return {name: check for name, check in LOOKING.items() if handled or name not in HANDLED}


def passed_by(walk: Walk, variant: Variant, pages: tuple[str, ...]) -> set[State]:
    """Questions that are only answered here and not judged."""
    names = [f"{walk.family}/{id}" for id in questions(walk.family)] if walk.kind == "journeys" else []
    return {State(name, "passed by", variant) for name in names if not wanted(name, variant, pages)}


def looked(opened: Callable[..., Page], name: str, variant: Variant, pages: tuple[str, ...] = ("*",)) -> None:
    """Judge these pages on the walks of this name or kind; all that is found is told at once."""
    found, met, kinds, handled = [], set[State](), set[tuple[str, str]](), set[str]()
    for walk in (walk for walk in walks() if name in (walk.name, walk.kind)):
        page = opened(variant)
        met |= passed_by(walk, variant, pages)
        for state in walked(page, walk, variant, met, once=variant == ENGLISH):
            if wanted(state.page, variant, pages) and not repeated(state, kinds):
                found += [f"{it.check}: {state}: {it.what}" for it in judge(page, state, judging(walk, state, handled))]
        page.context.close()
    assert not found, "\n".join(found)


# Classes, so that several workers share the looking.
@pytest.mark.parametrize(("name", "variant"), BENEFIT.items())
class TestTheBenefit:
    def test_nothing_is_found(self, opened: Callable[..., Page], name: str, variant: Variant) -> None:
        looked(opened, name, variant)


@pytest.mark.parametrize(("name", "variant"), FOR_ANOTHER.items())
class TestTheBenefitForAnother:
    def test_nothing_is_found(self, opened: Callable[..., Page], name: str, variant: Variant) -> None:
        looked(opened, name, variant, ELSE)


@pytest.mark.parametrize(("name", "variant"), LONG_WORDS.items())
class TestLongWords:
    def test_nothing_is_found(self, opened: Callable[..., Page], name: str, variant: Variant) -> None:
        looked(opened, name, variant)


@pytest.mark.parametrize(("name", "variant"), OTHERS.items())
class TestOtherServices:
    def test_nothing_is_found(self, opened: Callable[..., Page], name: str, variant: Variant) -> None:
        looked(opened, name, variant)


@pytest.mark.parametrize(("name", "variant"), [*ALONE.items(), *AGAIN.items()])
class TestOtherPages:
    def test_nothing_is_found(self, opened: Callable[..., Page], name: str, variant: Variant) -> None:
        looked(opened, name, variant)


def test_each_look_size_and_language_is_met() -> None:
    assert {*HANDLED} <= LOOKING.keys()
    met = [variant for some in (BENEFIT, FOR_ANOTHER, LONG_WORDS, OTHERS, ALONE, AGAIN) for variant in some.values()]
    assert {variant.look for variant in met} == {*LOOKS}
    assert {variant.text for variant in met} == {*TEXT}
    assert {variant.language for variant in met} == {*ALWAYS}
