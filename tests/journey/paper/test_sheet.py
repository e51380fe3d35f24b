"""A sheet is read question by question along its own way; nothing of it is dropped unread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pytest

from portal.answers.answer_type import Problem, Problems
from portal.catalogue.load import load
from portal.catalogue.version import Version
from portal.journey.attachment import Opened, too_many
from portal.journey.draft import Draft
from portal.journey.paper.sheet import NO_PART, NOWHERE, Sheet, Unreadable, drafted
from portal.journey.path import next_stop, path
from portal.language.words import say
from portal.municipalities import load as towns
from portal.storage.database import Database
from tests.journey.conftest import _registries
from tests.journeys.benefit import TYPED

__all__ = ["_registries"]
TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def version() -> Version:
    """The benefit as it is asked today."""
    found = load(towns().values()).version_on("990019", "kyufukin", TODAY)
    assert found
    return found


def read(database: Database, version: Version, change: Mapping[str, Any], **more: Any) -> Draft:
    """The draft of the usual sheet with other answers; None takes one away."""
    answers = {key: typed for key, typed in {**TYPED, **change}.items() if typed is not None}
    with database.writing() as db:
        return drafted(
            db, Sheet("k" * 32, version, "ja", answers, more.get("people", {}), more.get("files", {})), TODAY
        )


def amiss(database: Database, version: Version, change: Mapping[str, Any], **more: Any) -> Sequence[tuple[Any, ...]]:
    """What is amiss: question, part, why if it is not in words, whose."""
    with pytest.raises(Unreadable) as error:
        read(database, version, change, **more)
    return [(one.key, one.part, one.why if isinstance(one.why, str) else "", one.person) for one in error.value.found]


def test_a_whole_sheet_is_a_whole_draft(database: Database, version: Version) -> None:
    draft = read(database, version, {})
    assert next_stop(draft, path(draft)) is None
    assert draft.id == "k" * 32
    assert draft.of_role("applicant_birth_date") == "1935-04-01"


def test_what_is_not_asked_is_told(database: Database, version: Version) -> None:
    found = amiss(database, version, {"proxy-phone": {"value": "1"}, "nothing": {"value": "x"}})
    assert sorted(found) == [("nothing", "", NOWHERE, None), ("proxy-phone", "", NOWHERE, None)]
    with_part = {"birth-date": {**TYPED["birth-date"], "hour": "1"}}
    assert amiss(database, version, with_part) == [("birth-date", "hour", NO_PART, None)]


def test_what_is_left_out_is_told_along_the_whole_way(database: Database, version: Version) -> None:
    found = amiss(database, version, {"birth-date": None, "identity-way": None})
    assert {key for key, *_ in found} == {"birth-date", "identity-way"}


def test_what_is_asked_softly_is_taken_as_it_stands(database: Database, version: Version) -> None:
    kept = read(database, version, {"phone": {"value": "none of your business"}}).answers["phone"]
    assert (kept.value, kept.answered, kept.typed) == (None, True, {"value": "none of your business"})


def test_people_are_numbered_in_order(database: Database, version: Version) -> None:
    family = {"filer": {"value": "family"}, "everybody": {"value": "yes"}}
    name = {"family": "髙橋", "given": "一郎", "family_kana": "タカハシ", "given_kana": "イチロウ"}
    child = {**name, "era": "showa", "year": "40", "month": "1", "day": "2", "relation": "child"}
    other = {**child, "given": "二郎", "given_kana": "ジロウ"}
    draft = read(database, version, family, people={"members": [child, other]})
    assert [person["id"] for person in draft.answers["members"].value["people"]] == ["p1", "p2"]
    found = amiss(database, version, family, people={"members": [child, {**other, "year": "", "pet": "cat"}]})
    assert {(key, person) for key, _, _, person in found} == {("members", 1)}
    assert ("members", "pet", NO_PART, 1) in found


def test_files_are_no_more_than_asked_for(database: Database, version: Version) -> None:
    now = {"identity-way": {"value": "now"}}
    broken = Opened("x", Problems(Problem("value", say("だめです。"))))
    assert ("identity-photo", "value", "", None) in amiss(database, version, now, files={"identity-photo": [broken]})
    assert amiss(database, version, {}, files={"identity-photo": [broken]}) == [("identity-photo", "", NOWHERE, None)]
    assert "9" in str(too_many(9).values)
