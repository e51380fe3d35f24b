"""The people of a household."""

from __future__ import annotations

import pytest

from portal.answers import KINDS
from portal.answers.household import person_lines
from tests.answers.given import TODAY, ask, options, read, refused, shown, spoken, told

FAMILY = options(wife="妻", child="子")
HANAKO = {
    "family": "山田",
    "given": "花子",
    "family_kana": "やまだ",
    "given_kana": "はなこ",
    "era": "showa",
    "year": "15",
    "month": "5",
    "day": "20",
    "relation": "wife",
}
TWO = {
    "people": [
        {"id": "p1", **read("household", HANAKO, options=FAMILY)},
        {
            "id": "p2",
            **read(
                "household", HANAKO | {"given": "一郎", "given_kana": "いちろう", "relation": "child"}, options=FAMILY
            ),
        },
    ],
    "last": 2,
}


def test_one_person_is_read() -> None:
    assert read("household", HANAKO, options=FAMILY) == {
        "name": {"family": "山田", "given": "花子", "family_kana": "ヤマダ", "given_kana": "ハナコ"},
        "birth_date": "1940-05-20",
        "relation": "wife",
    }


def test_without_relations_none_is_asked() -> None:
    assert "relation" not in read("household", HANAKO)
    assert "relation" not in KINDS["household"].parts(ask("household"))


AMISS = {
    "nothing": ({}, ["family", "year", "relation"]),
    "no birth date": (HANAKO | {"year": "", "month": "", "day": ""}, ["year"]),
    "a future birth": (HANAKO | {"era": "reiwa", "year": "9"}, ["year"]),
    "an era that was over": (HANAKO | {"year": "65"}, ["era"]),
    "no relation": (HANAKO | {"relation": ""}, ["relation"]),
    "no reading": (HANAKO | {"given_kana": ""}, ["given_kana"]),
}


@pytest.mark.parametrize(("typed", "parts"), AMISS.values(), ids=AMISS.keys())
def test_says_what_to_mend(typed: dict[str, str], parts: list[str]) -> None:
    assert list(told(refused("household", typed, options=FAMILY))) == parts


def test_an_empty_person_is_never_added() -> None:
    assert told(refused("household", {}, options=FAMILY, required=False))


def test_one_person_is_shown_in_lines_several_in_a_line_each() -> None:
    hanako = ("山田　花子（ヤマダ　ハナコ）", "妻", "昭和15年5月20日（1940年）生まれ、86歳")
    assert person_lines(TWO["people"][0], ask("household", options=FAMILY), TODAY) == hanako
    assert shown("household", {"people": TWO["people"][:1]}, options=FAMILY) == hanako
    assert shown("household", TWO, options=FAMILY)[0] == "、".join(hanako)
    assert len(shown("household", TWO, options=FAMILY)) == 2


def test_a_household_of_nobody_is_empty() -> None:
    assert shown("household", {"people": []}, options=FAMILY) == ()
    assert spoken("household", {"people": []}, options=FAMILY) == ""


def test_everybody_is_heard() -> None:
    said = spoken("household", TWO, options=FAMILY)
    assert "ヤマダ ハナコ、妻、ショウワ ジュウゴネン、ゴガツ ハツカ" in said
    assert "ヤマダ イチロウ、子" in said


def test_systems_get_the_people_only() -> None:
    assert KINDS["household"].export(TWO) == {"people": TWO["people"]}


def person(name: str, birth: str, relation: str) -> dict[str, object]:
    """One of a list, by name and reading in one."""
    return {
        "id": name,
        "name": {"family": "山田", "given": name, "family_kana": "ヤマダ", "given_kana": name},
        "birth_date": birth,
        "relation": relation,
    }


HINTS = {
    "nothing": ([person("ア", "1940-05-20", "parent"), person("イ", "1970-05-20", "child")], []),
    "twins": ([person("ア", "2000-05-20", "child"), person("イ", "2000-05-20", "child")], []),
    "an uncle younger than his nephew": (
        [person("ア", "2000-05-20", "sibling"), person("イ", "1990-05-20", "grandchild")],
        ["older-than-parent"],
    ),
    "a child older than a parent": (
        [person("ア", "1970-05-20", "parent"), person("イ", "1960-05-20", "child")],
        ["older-than-parent"],
    ),
    "one name, two birth dates": (
        [person("ア", "1970-05-20", "child"), person("ア", "1970-05-02", "child")],
        ["person-alike"],
    ),
    "older than almost anybody": ([person("ア", "1912-05-20", "parent")], ["very-old"]),
}


@pytest.mark.parametrize(("people", "codes"), HINTS.values(), ids=HINTS.keys())
def test_what_a_clerk_would_ask_about(people: list[dict[str, object]], codes: list[str]) -> None:
    question = ask("household", options=FAMILY)
    found = KINDS["household"].doubts({"people": people}, question, TODAY)
    assert [doubt.code for doubt in found] == codes
    assert all("山田　" in question.words(doubt.message) for doubt in found)
