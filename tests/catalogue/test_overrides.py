"""Overrides: a town's values over the service's, from its files or its desk, and nothing it may not touch."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from portal.catalogue.offered import Catalogue
from portal.catalogue.overrides import amiss, called, not_allowed, of_town, standing, unfit
from portal.catalogue.version import Version
from tests.catalogue.given import TOWN, service

BASE = {"title": "a", "figures": {"amount": 1, "fee": 2}, "next": ["x"], "overridable": ["figures.amount", "next"]}
FILE = Version.of("990019", "cash", date(2026, 4, 1), service())
OTHER = Version.of("990027", "cash", date(2026, 4, 1), service())
CATALOGUE = Catalogue([FILE, OTHER])
NEXT = {"next": [{"ja": "待って。", "en": "Wait."}]}


def saying(values: dict[str, Any]) -> Any:
    """The town with words of its own."""
    return TOWN.model_copy().with_texts({called(FILE): values})


def test_what_it_may_not_change_is_named() -> None:
    own = {"figures": {"amount": 5, "fee": 3}, "next": ["y"], "title": "b", "who": {}}
    assert [place for place, _ in not_allowed(BASE, own)] == [("figures", "fee"), ("title",), ("who",)]


def test_what_a_town_says_itself_is_a_version_of_its_own() -> None:
    found = standing(CATALOGUE, [saying(NEXT)])
    mine, other = found.versions
    assert (mine.told("en").service.next, mine.told("ko").service.next) == (("Wait.",), ("待って。",))
    assert mine.hash != FILE.hash
    assert other is OTHER
    assert found.files == CATALOGUE.versions
    assert found.by_hash("990019", FILE.hash) is FILE, "who began with it goes on without a look elsewhere"
    assert [one.hash for one in of_town(CATALOGUE, saying(NEXT)).versions] == [mine.hash]


def test_the_same_words_again_are_the_same_version() -> None:
    once = standing(CATALOGUE, [saying(NEXT)])
    assert standing(once, [saying(NEXT)]).versions[0] is once.versions[0]
    back = standing(once, [TOWN])
    assert back.versions[0] is FILE
    assert back.by_hash("990019", once.versions[0].hash) is once.versions[0]


@pytest.mark.parametrize(
    "values", [{"title": "x"}, {"next": [{"en": "x"}]}, {"next": "x"}, {"next": ["{x}"]}, {"figures": {"amount": "x"}}]
)
def test_what_does_not_fit_is_left_as_the_file_says(values: dict[str, Any], caplog: pytest.LogCaptureFixture) -> None:
    assert amiss(FILE, values)
    assert standing(CATALOGUE, [saying(values)]).versions[0] is FILE
    assert unfit(CATALOGUE, saying(values)) == {"texts.cash@2026-04-01"}
    assert "990019 changed cash@2026-04-01, which does not fit its file" in caplog.text


def test_a_service_that_is_gone_is_passed_over() -> None:
    town = TOWN.model_copy().with_texts({"gone@2026-04-01": {"next": ["x"]}})
    assert standing(CATALOGUE, [town]).versions == CATALOGUE.versions
    assert unfit(CATALOGUE, town) == frozenset()
