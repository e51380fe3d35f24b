"""The path: derived from the answers each time; each person's pages stay together."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from portal import municipalities
from portal.catalogue.load import load
from portal.catalogue.offered import Catalogue
from portal.catalogue.version import Version
from portal.journey.draft import Draft, Kept
from portal.journey.path import answered, expected, next_stop, path, people
from portal.security.sealing import Sealer
from portal.storage.database import Database
from tests.catalogue.given import QUESTIONS, service, take
from tests.journey.given import VALUES, begun
from tests.journey.given import answered as all_answered

WAYS = json.loads(Path(__file__).with_name("ways.json").read_text())
"""Ways through shipped services; the reader in the browser is held to the same (tests/browser/test_tunnel)."""


def keys(draft: Draft) -> list[str]:
    """The stops by name."""
    return [stop.key for stop in path(draft)]


def test_everybody_receives_so_nobody_is_asked(database: Database, now: datetime) -> None:
    with database.writing() as db:
        assert keys(all_answered(db, now)) == ["name", "born", "family", "everyone"]


def test_one_branch_brings_a_page_for_each_person_the_applicant_first(database: Database, now: datetime) -> None:
    with database.writing() as db:
        draft = all_answered(db, now, everyone=False)
        assert keys(draft) == ["name", "born", "family", "everyone", "take.a", "take.p1"]
        following = next_stop(draft, path(draft))
        assert following is not None
        assert following.key == "take.a"


def test_a_persons_own_answer_decides_that_persons_pages(database: Database, now: datetime) -> None:
    sure = take(id="sure", when={"take": "no"})
    version = Version.of(
        "990019", "cash", date(2026, 4, 1), service(questions=[*QUESTIONS[:4], take(when={"everyone": False}), sure])
    )
    with database.writing() as db:
        draft = begun(db, now, version)
        for key, value in (VALUES | {"everyone": False, "take.a": "yes", "take.p1": "no"}).items():
            draft.answers[key] = Kept({}, value, answered=True)
    assert keys(draft)[4:] == ["take.a", "take.p1", "sure.p1"]


def test_a_person_taken_off_the_list_takes_their_pages_along(database: Database, now: datetime) -> None:
    with database.writing() as db:
        draft = all_answered(db, now, everyone=False, take__p1="no", family={"people": [], "last": 1})
        assert keys(draft)[4:] == ["take.a"]
        assert people(draft, "family") == {}


def test_words_not_understood_are_no_answer(database: Database, now: datetime) -> None:
    with database.writing() as db:
        draft = all_answered(db, now)
        draft.answers["born"] = Kept({"year": "?"})
        assert [stop.key for stop in path(draft) if not answered(draft, stop)] == ["born"]


def test_all_answered_leaves_nothing_to_ask(database: Database, now: datetime) -> None:
    with database.writing() as db:
        draft = all_answered(db, now)
        assert next_stop(draft, path(draft)) is None


def test_the_shortest_way_still_open_is_told_of(database: Database, now: datetime) -> None:
    with database.writing() as db:
        draft = begun(db, now)
        assert expected(draft) == 4
        assert expected(all_answered(db, now, everyone=False)) == 6


def test_the_same_turns_are_worked_out_once(database: Database, now: datetime) -> None:
    with database.writing() as db:
        one, two = all_answered(db, now), all_answered(db, now)
        assert path(one) is path(two)
        assert path(all_answered(db, now, everyone=False)) is not path(one)


@pytest.mark.parametrize("told", WAYS, ids=lambda told: f"{told['service']} {told['choices']}")
def test_choices_lead_a_way_through_a_shipped_service(told: dict[str, Any], shipped: Catalogue) -> None:
    version = shipped.version_on("990019", told["service"], date(2026, 11, 24))
    assert version
    answers = {key: Kept({}, value, answered=True) for key, value in told["choices"].items()}
    assert keys(Draft(version, "", "", answers, Sealer({1: bytes(32)}))) == told["way"]


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    """What the fictional towns offer."""
    return load(municipalities.load().values())
