"""The same person is found again however the name is spelt; a stranger, or a stolen database, learns nothing."""

from __future__ import annotations

from datetime import datetime

import pytest

from portal.cases import case as cases
from portal.cases.same_person import before, index, sent_before
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.cases.given import TOWN, plan, sent

BORN = "1935-04-01"
ONE_PERSON = ("ヤマダ　ハナコ", "やまだ はなこ", "ﾔﾏﾀﾞ ﾊﾅｺ", "ヤマダハナコ", " ヤマダ・ハナコ ")
ONE_READING = ("オオタ ジョージ", "オオタ ジヨジ", "おおた じょじ")


@pytest.mark.parametrize("name", ONE_PERSON)
def test_any_width_and_kana_is_the_same_person(keys: Keys, name: str) -> None:
    assert index(keys, TOWN, name, BORN) == index(keys, TOWN, ONE_PERSON[0], BORN)


@pytest.mark.parametrize("name", ONE_READING)
def test_small_and_long_sounds_make_nobody_else(keys: Keys, name: str) -> None:
    assert index(keys, TOWN, name, BORN) == index(keys, TOWN, ONE_READING[0], BORN)


OTHERS = {
    "another name": (TOWN, "ヤマダ ハナエ", BORN),
    "a voiced sound": (TOWN, "ヤマタ ハナコ", BORN),
    "another birth date": (TOWN, "ヤマダ ハナコ", "1935-04-02"),
    "another town": ("990027", "ヤマダ ハナコ", BORN),
}


@pytest.mark.parametrize(("town", "name", "born"), OTHERS.values(), ids=OTHERS.keys())
def test_another_is_another(keys: Keys, town: str, name: str, born: str) -> None:
    assert index(keys, town, name, born) != index(keys, TOWN, "ヤマダ ハナコ", BORN)


def test_a_name_without_reading_counts_as_it_is_written(keys: Keys) -> None:
    assert index(keys, TOWN, "Nguyễn Văn An", BORN) == index(keys, TOWN, "NGUYỄN VĂN AN", BORN) != ""


@pytest.mark.parametrize(("name", "born"), [("", BORN), ("ヤマダ ハナコ", None), ("ヤマダ ハナコ", "")])
def test_somebody_not_known_well_enough_is_nobody(keys: Keys, name: str, born: str | None) -> None:
    assert index(keys, TOWN, name, born) == ""


@pytest.mark.both_databases
def test_what_the_same_person_sent_is_found_in_its_order(database: Database, keys: Keys, now: datetime) -> None:
    who = index(keys, TOWN, "ヤマダ ハナコ", BORN)
    with database.writing() as db:
        kept = [cases.opened(db, keys, sent(key=key, someone=who), now) for key in ("first", "second")]
        cases.opened(db, keys, sent(key="moved", someone=who, service="juminhyo"), now)
        cases.opened(db, keys, sent(key="stranger", someone="another"), now)
        cases.opened(db, keys, sent(key="unknown"), now)
    with database.reading() as db:
        found = sent_before(db, TOWN, who, "kyufukin")
        assert [(one.number, one.key) for one in found] == [(case.number, case.key) for case in kept]
        assert found[0].received == now
        assert sent_before(db, "990027", who, "kyufukin") == []
        assert sent_before(db, TOWN, "", "kyufukin") == []


@pytest.mark.both_databases
def test_looking_for_the_same_person_reads_nobody_elses(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        for n in range(30):
            cases.opened(db, keys, sent(key=f"d{n}", someone=f"someone {n}"), now)
        assert plan(db, before(TOWN, "someone 3", "kyufukin")) == ["cases_someone"]
