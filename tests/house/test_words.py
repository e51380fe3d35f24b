"""Every sentence in use is translated, and every translation is in use."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from portal.language.words import AT_THE_DESK, LANGUAGES, SOURCE
from tests.house.tree import HOUSE, files

OTHERS = [language.code for language in LANGUAGES if language.code != SOURCE]
DOMAINS = {"portal": OTHERS, "services": OTHERS, "desk": [code for code in AT_THE_DESK if code != SOURCE]}
RESIDENTS = ("portal", "services")
"""What residents read, in every language."""
CATALOGUES = [(domain, language) for domain, languages in DOMAINS.items() for language in languages]
VALUES = re.compile(r"\{(\w+)\}")
JAPANESE = re.compile(r"[ぁ-ん]{2,}")


@cache
def in_use() -> Mapping[str, Catalog]:
    """The sentences of each domain, found by the very command of `make words`."""
    with TemporaryDirectory() as folder:
        subprocess.run(["make", "extract", f"pot={folder}"], cwd=HOUSE, check=True)
        return {domain: _read(Path(folder) / f"{domain}.pot") for domain in DOMAINS}


@cache
def translated(language: str, domain: str) -> Catalog:
    """The catalogue of a language as committed."""
    return _read(HOUSE / "locales" / language / "LC_MESSAGES" / f"{domain}.po")


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, abort_invalid=True)


def texts(message: Message | str) -> tuple[str, ...]:
    """The Japanese of a message, once or twice where it is counted."""
    text = message if isinstance(message, str) else message.id
    return (text,) if isinstance(text, str) else tuple(text)


def said(message: Message) -> tuple[str, ...]:
    """The translation of a message, one for each number."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def _sentences(catalogue: Catalog) -> dict[tuple[str | None, ...], Message]:
    return {(message.context, *texts(message)): message for message in catalogue if message.id}


@pytest.mark.parametrize(("domain", "language"), CATALOGUES)
class TestACatalogue:
    def test_has_every_sentence_and_no_other(self, language: str, domain: str) -> None:
        used, known = _sentences(in_use()[domain]), _sentences(translated(language, domain))
        assert not used.keys() - known.keys(), "run `make words` and translate these"
        assert not known.keys() - used.keys(), "run `make words`: nobody says these any more"
        assert not translated(language, domain).obsolete

    def test_leaves_nothing_untranslated_or_guessed(self, language: str, domain: str) -> None:
        messages = _sentences(translated(language, domain)).values()
        assert not [message.id for message in messages if not all(said(message))]
        assert not [message.id for message in messages if message.fuzzy]

    def test_keeps_the_values(self, language: str, domain: str) -> None:
        wrong = [
            (message.id, message.string)
            for message in _sentences(translated(language, domain)).values()
            for told in said(message)
            if {*VALUES.findall(told)} != {value for text in texts(message) for value in VALUES.findall(text)}
        ]
        assert not wrong


@pytest.mark.parametrize("domain", DOMAINS)
def test_english_is_not_japanese(domain: str) -> None:
    left = [m.id for m in _sentences(translated("en", domain)).values() for told in said(m) if JAPANESE.search(told)]
    assert not left, "only names of places and seals may stay"


def test_no_catalogue_is_forgotten() -> None:
    expected = {HOUSE / "locales" / code / "LC_MESSAGES" / f"{domain}.po" for domain, code in CATALOGUES}
    assert set(files("locales/*.po")) == expected


@pytest.mark.parametrize("language", OTHERS)
def test_pages_and_services_say_the_same_in_one_way(language: str) -> None:
    pages, services = (_sentences(translated(language, domain)) for domain in RESIDENTS)
    assert [texts for texts in pages.keys() & services.keys() if said(pages[texts]) != said(services[texts])] == []


@pytest.mark.parametrize("language", DOMAINS["desk"])
def test_the_desk_says_nothing_otherwise_than_the_pages_do(language: str) -> None:
    """All domains of a language are read as one: the last would speak for all."""
    desk = _sentences(translated(language, "desk"))
    pages = {**_sentences(translated(language, "services")), **_sentences(translated(language, "portal"))}
    assert [texts for texts in desk.keys() & pages.keys() if said(desk[texts]) != said(pages[texts])] == []
