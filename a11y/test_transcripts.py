"""The same pages and states are told in each language; the check `transcript` holds the pages against what is kept."""

from __future__ import annotations

import pytest

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


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_listens_hears_where_they_are_and_what_is_asked(language: str) -> None:
    def lost(words: str) -> bool:
        lines = words.splitlines()
        return not lines[0].startswith("title: ") or sum(line.strip().startswith("heading 1: ") for line in lines) != 1

    assert not [(page, name) for page, states in TOLD[language].items() for name, words in states if lost(words)]
