"""The people of a household: ids never used twice, a double click is one person, words kept as typed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from portal.journey import members
from portal.journey.draft import Draft, Kept
from portal.journey.members import Told
from portal.journey.path import people
from portal.storage.database import Database
from tests.journey.given import HANAKO, begun

WHO = {"name": HANAKO, "birth_date": "1940-05-20", "relation": "spouse"}
TARO = WHO | {"name": HANAKO | {"given": "太郎"}}


def draft(database: Database, now: datetime) -> Draft:
    """A draft without answers."""
    with database.writing() as db:
        return begun(db, now)


def tell(one: Draft, kept: Kept) -> None:
    """Keep the list in memory."""
    one.answers["family"] = kept


def add(one: Draft, typed: dict[str, str], person: dict[str, Any]) -> None:
    """One more person in the list."""
    tell(one, members.put(one, "family", Told(members.following(one, "family"), typed, person)))


def test_each_person_gets_a_number_never_used_before(database: Database, now: datetime) -> None:
    one = draft(database, now)
    add(one, {"given": "花子"}, WHO)
    add(one, {"given": "太郎"}, TARO)
    tell(one, members.removed(one, "family", "p2"))
    add(one, {"given": "太郎"}, TARO)
    assert list(people(one, "family")) == ["p1", "p3"]
    assert members.typed_of(one, "family", "p3") == {"given": "太郎"}
    assert members.typed_of(one, "family", "p2") == {}


def test_a_double_click_adds_one_person(database: Database, now: datetime) -> None:
    one = draft(database, now)
    for _ in range(2):
        add(one, {"given": "花子"}, WHO)
    tell(one, members.put(one, "family", Told("p1", {"given": "花子"}, WHO)))
    assert list(people(one, "family")) == ["p1"]
    add(one, {"given": "太郎"}, TARO)
    assert list(people(one, "family")) == ["p1", "p2"]


def test_a_person_is_changed_in_their_place(database: Database, now: datetime) -> None:
    one = draft(database, now)
    for person in (WHO, TARO):
        add(one, {}, person)
    tell(one, members.put(one, "family", Told("p1", {}, WHO | {"relation": "child"})))
    assert [person["relation"] for person in people(one, "family").values()] == ["child", "spouse"]


def test_half_typed_words_wait_and_go_once_the_person_is_there(database: Database, now: datetime) -> None:
    one = draft(database, now)
    tell(one, members.half_told(one, "family", Told("p1", {"given": "は"})))
    assert members.typed_of(one, "family", "p1") == {"given": "は"}
    assert people(one, "family") == {}
    assert members.following(one, "family") == "p1"
    add(one, {"given": "花子"}, WHO)
    assert members.typed_of(one, "family", "p1") == {"given": "花子"}
    assert members.typed_of(one, "family", members.following(one, "family")) == {}


def test_the_list_is_an_answer_once_it_is_everybody(database: Database, now: datetime) -> None:
    one = draft(database, now)
    add(one, {}, WHO)
    assert not one.answers["family"].answered
    tell(one, members.complete(one, "family"))
    assert one.answers["family"].answered
    assert members.complete(draft(database, now), "family").value["people"] == []
