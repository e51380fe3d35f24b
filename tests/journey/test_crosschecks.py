"""Answers that do not go together are noticed, and those that do are left in peace."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from portal.catalogue.version import Version
from portal.journey import draft as drafts
from portal.journey.crosschecks import crosschecks
from portal.journey.draft import Kept
from portal.journey.path import path
from portal.language.words import LANGUAGES, words_for
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.catalogue.given import QUESTIONS, TOWN, service
from tests.journey.given import HANAKO, TARO

TODAY = date(2026, 11, 24)
HELPER = {"id": "helper", "kind": "person_name", "ask": "あなたの名前", "short": "代わりの人", "role": "helper_name"}
ACCOUNT = {"id": "account", "kind": "bank_account", "ask": "口座", "short": "口座", "role": "account"}
VERSION = Version.of(TOWN.code, "cash", date(2026, 4, 1), service(questions=[HELPER, *QUESTIONS[:3], ACCOUNT]))
SPOUSE = TARO | {"relation": "spouse"}
SON = TARO | {"id": "p2", "relation": "child", "name": HANAKO | {"given": "一郎", "given_kana": "イチロウ"}}
HERSELF = SON | {"name": HANAKO, "birth_date": "1935-04-01"}


def holder(name: str) -> dict[str, Any]:
    return {"bank": {}, "branch": {}, "account_kind": "ordinary", "number": "0012345", "holder": name}


USUAL: dict[str, Any] = {
    "helper": HANAKO | {"given": "次郎", "given_kana": "ジロウ"},
    "name": HANAKO,
    "born": "1935-04-01",
    "family": {"people": [SPOUSE, SON], "last": 2},
    "account": holder("ヤマダ ハナコ"),
}
FINE: dict[str, dict[str, Any]] = {
    "as usual": {},
    "a passbook without a space": {"account": holder("ヤマダハナコ")},
    "small kana printed large": {
        "account": holder("シヨウジ"),
        "name": HANAKO | {"family_kana": "ショウジ", "given": "", "given_kana": ""},
    },
    "given name first": {"account": holder("ハナコ ヤマダ")},
    "a name without a reading": {
        "account": holder("NGUYEN VAN AN"),
        "name": HANAKO | {"family_kana": "", "given_kana": ""},
    },
    "twins": {"family": {"people": [TARO, SON], "last": 2}},
    "nobody else": {"family": {"people": [], "last": 0}},
    "a hundred and ten": {"born": "1916-04-01"},
}
ODD: dict[str, tuple[dict[str, Any], list[str]]] = {
    "the account of a child": ({"account": holder("ヤマダ イチロウ")}, ["holder-differs"]),
    "the helper wrote their own name twice": (
        {"helper": HANAKO},
        ["helper-is-applicant", "helper-is-applicant"],
    ),
    "the birth date of a child": ({"born": "2020-04-01"}, ["very-young"]),
    "one person twice": ({"family": {"people": [SON, SON | {"id": "p3"}], "last": 3}}, ["person-twice"]),
    "herself among the others": ({"family": {"people": [SPOUSE, HERSELF], "last": 3}}, ["applicant-twice"]),
    "two spouses": ({"family": {"people": [SPOUSE, SON | {"relation": "spouse"}], "last": 2}}, ["relation-twice"]),
    "another head of the household": ({"family": {"people": [SPOUSE | {"relation": "head"}, SON]}}, ["head-elsewhere"]),
}


def found(database: Database, now: datetime, changes: dict[str, Any]) -> list[str]:
    with database.writing() as db:
        draft = drafts.begin(db, VERSION, now)
    for key, value in (USUAL | changes).items():
        draft.answers[key] = Kept({"value": "typed"}, value, answered=True)
    return [doubt.code for stop in path(draft) for doubt in crosschecks(draft, stop, TODAY)]


@pytest.mark.parametrize("changes", FINE.values(), ids=FINE.keys())
def test_what_goes_together_is_left_in_peace(database: Database, now: datetime, changes: dict[str, Any]) -> None:
    assert found(database, now, changes) == []


@pytest.mark.parametrize(("changes", "codes"), ODD.values(), ids=ODD.keys())
def test_what_does_not_is_noticed(database: Database, now: datetime, changes: dict[str, Any], codes: list[str]) -> None:
    assert found(database, now, changes) == codes


def test_every_message_can_be_said_in_every_language(database: Database, now: datetime, keys: Keys) -> None:

    with database.writing() as db:
        draft = drafts.begin(db, VERSION, now)
    for changes, _ in ODD.values():
        draft.answers = {k: Kept({}, v, answered=True) for k, v in (USUAL | changes).items()}
        for stop in path(draft):
            for doubt in crosschecks(draft, stop, TODAY):
                for language in LANGUAGES:
                    assert "{" not in words_for(language.code)(doubt.message)


def test_a_relation_is_told_in_the_readers_language(database: Database, now: datetime) -> None:
    members = QUESTIONS[2] | {"options": [{"id": "spouse", "label": "夫または妻"}]}
    version = Version.of(TOWN.code, "cash", date(2026, 4, 1), service(questions=[*QUESTIONS[:2], members]))
    with database.writing() as db:
        draft = drafts.begin(db, version, now)
    people = {"people": [SPOUSE, SON | {"relation": "spouse"}], "last": 2}
    draft.answers = {k: Kept({}, v, answered=True) for k, v in (USUAL | {"family": people}).items()}
    (doubt,) = (doubt for stop in path(draft) for doubt in crosschecks(draft, stop, TODAY))
    assert "Husband or wife" in words_for("en")(doubt.message)
