"""Addresses put where each part belongs."""

from __future__ import annotations

import random

import pytest

from portal import registries
from portal.answers.typed_address import ADDRESS_PARTS, arranged
from tests.answers.given import read, shown


def places() -> list[registries.Place]:
    """Some two hundred places, of every kind the post has, the same on every run."""
    draw, found = random.Random(11), list[registries.Place]()
    while len(found) < 200:
        found += registries.opened().postcodes.find(f"{draw.randrange(10**7):07}")
    return [place for place in found if place.town and not place.office]


@pytest.fixture(scope="module")
def some() -> list[registries.Place]:
    return places()


def test_a_place_pasted_whole_is_taken_apart(some: list[registries.Place]) -> None:
    for place in some:
        found = arranged({"town": f"{place.text}12-3 コーポ山田101"})
        assert (found.town, found.street, found.building) == (place.text, "12-3", "コーポ山田101")
        assert found.code == place.code


def test_what_is_shown_is_read_again(some: list[registries.Place]) -> None:
    for place in some:
        kept = read("address", {"town": place.text, "street": "12-3", "building": "コーポ山田101"})
        assert read("address", {"town": " ".join(shown("address", kept))}) == kept


def test_reading_a_kept_address_again_changes_nothing(some: list[registries.Place]) -> None:
    for place in some:
        kept = read("address", {"town": place.text, "street": "1丁目2番3号"})
        assert read("address", {part: kept[part] for part in ADDRESS_PARTS}) == kept


@pytest.mark.parametrize("text", ["東" * 900, "1" * 900, "〒" * 900, "東京都" * 300, "100-0001 " * 100, "大字" * 450])
def test_many_signs_are_kept_as_they_are(text: str) -> None:
    found = arranged({"town": text})
    assert len(found.town) + len(found.street) + len(found.building) <= len(text)
