"""The same pages and states are told in each language; the check `transcript` holds the pages against what is kept."""

from __future__ import annotations

import pytest

from a11y.check import State
from a11y.masked import masked
from a11y.pages import PAGES, questions
from a11y.transcripts import FOLDER, LANGUAGES, MORE, SERVICE, read

TOLD = {
    language: {
        path.relative_to(FOLDER / language).with_suffix("").as_posix(): [*read(path.read_text())]
        for path in (FOLDER / language).rglob("*.txt")
    }
    for language in LANGUAGES
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_tells_the_same_states(language: str) -> None:
    one, other = ({(page, name) for page, states in TOLD[it].items() for name, _ in states} for it in (language, "ja"))
    assert one == other
    assert len(one) > 100


def test_every_kind_of_question_is_told() -> None:
    services = {told["service"] for told in PAGES["journeys"].values()}
    asked = {f"{service}/{id}": one["kind"] for service in services for id, one in questions(service).items()}
    assert {*MORE} <= TOLD["ja"].keys()
    assert {f"{SERVICE}/{id}" for id in questions(SERVICE)} <= TOLD["ja"].keys()
    assert {asked[page] for page in TOLD["ja"].keys() & asked.keys()} == {*asked.values()}


def test_every_page_of_the_desk_is_told_in_every_state() -> None:
    walked = {(page, state) for page, told in PAGES["desk"].items() for state in told["states"]}
    assert walked == {
        (page, name) for page, states in TOLD["ja"].items() if page in PAGES["desk"] for name, _ in states
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_listens_hears_where_they_are_and_what_is_asked(language: str) -> None:
    def lost(words: str) -> bool:
        lines = words.splitlines()
        return not lines[0].startswith("title: ") or sum(line.strip().startswith("heading 1: ") for line in lines) != 1

    assert not [(page, name) for page, states in TOLD[language].items() for name, words in states if lost(words)]


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        (f"http://localhost:8123/desk/a/invitation/{'x-_' * 14}x", "〈portal〉/desk/a/invitation/〈key〉"),
        ("受付番号 4827-1936-52", "受付番号 〈number〉"),
        (
            "まだ読んでいない文は1,415個、別の言い方を出した文は1個",
            "まだ読んでいない文は〈many〉個、別の言い方を出した文は1個",
        ),
        ("2026-11-24 10:00", "2026-11-24 10:00"),
    ],
)
def test_only_what_is_another_one_every_time_is_masked(told: str, kept: str) -> None:
    assert masked(told, State("desk/person", "link shown")) == kept
