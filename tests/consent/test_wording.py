"""Wording: kinds stand apart, and what was shown is told from what it stands for."""

from __future__ import annotations

from portal.consent.canonical import digest
from portal.consent.wording import parts, withdrawal
from portal.language.words import words_for
from tests.consent.given import VERSION
from tests.journey.given import VERSION as PLAIN


def test_each_kind_and_each_purpose_is_a_part_of_its_own() -> None:
    told = [(part.type, part.purpose, part.optional, part.id, len(part.shown)) for part in parts(VERSION, "ja")]
    assert told == [
        ("declaration", "", False, "act", 2),
        ("consent", "register", False, "look", 1),
        ("acknowledgement", "", False, "once", 1),
        ("mandate", "", False, "asked", 1),
        ("consent", "news", True, "news", 1),
    ]


def test_what_nobody_is_asked_is_no_part() -> None:
    assert [part.type for part in parts(PLAIN, "ja")] == ["declaration"]


def test_a_hash_is_of_the_words_as_shown() -> None:
    (declared, *_) = parts(VERSION, "ja")
    truth = {"id": "truth", "kind": "declaration", "text": "本当です。", "meaning": "直せます。"}
    assert declared.hashes[1] == {"id": "truth", "sha256": digest(truth), "source_sha256": digest(truth)}
    assert declared.words == {"shown": [*declared.shown], "source": []}


def test_another_language_goes_with_the_japanese_it_stands_for() -> None:
    back = withdrawal("I withdraw it.", "取りやめます。", "en", "news")
    assert (back.type, back.purpose) == ("consent", "news")
    assert back.hashes[0]["sha256"] != back.hashes[0]["source_sha256"]
    assert [one["text"] for one in back.words["source"]] == ["取りやめます。"]
    assert withdrawal("取りやめます。", "取りやめます。", "ja").type == "declaration"


def test_words_of_a_shipped_service_differ_by_language() -> None:
    assert words_for("en")("本当です。") == "本当です。", "made up here, so nobody has translated it"
    assert parts(VERSION, "en")[0].language == "en"
