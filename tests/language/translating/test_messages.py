"""Every message of a language as its files have it."""

from __future__ import annotations

from pathlib import Path

from portal.language.translating.messages import every, identity


def test_every_message_is_told(locales: Path) -> None:
    label, sentence, counted, term = every("vi")
    assert (label.source, label.translation, label.places) == (
        ("次へ",),
        ("Tiếp tục",),
        ("templates/resident/start.html",),
    )
    assert (counted.source, counted.translation) == (("{n}人", "{n}人"), ("{n} người",))
    assert [told.domain for told in (label, sentence, counted, term)] == ["portal", "portal", "portal", "services"]
    assert not label.reader
    assert label.line == 8


def test_a_message_has_the_same_id_in_every_language_until_its_japanese_changes(locales: Path) -> None:
    ids = [told.id for told in every("vi")]
    assert ids == [told.id for told in every("en")]
    assert len({*ids, identity("portal", "", ("次へ！",)), identity("portal", "声の速さ", ("次へ",))}) == 6
