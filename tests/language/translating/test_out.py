"""What goes out to translators."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from portal.language.translating import out, seen
from portal.language.translating.said import Said
from portal.language.translating.seen import Seen


def test_each_text_has_what_helps_to_translate_it(locales: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seen, "places", lambda: {"次へ": Seen("home", "as it opens", "button")})
    label, sentence, counted, term = out.units("vi")
    assert label.notes[0] == "Seen on home (as it opens) as button; picture: home-as-it-opens.png"
    assert sentence.notes == (
        "Used in: a page",
        "Filled in later, keep as it is: {number}",
        "Official terms: 続きの番号 = số để tiếp tục",
        "In English: Hãy bấm “Tiếp tục”. {number} là số để tiếp tục.",
    )
    assert counted.id.endswith("[0]")
    assert term.places == ("portal/catalogue/services/kyufukin/2026-04-01.yaml",)


def test_what_towns_say_goes_out_with_the_newest_word(locales: Path, now: datetime) -> None:
    label, _, counted, _ = out.units("vi")
    right, other = Said("", (), "a", now), Said("", ("Tiếp",), "a", now)
    said = {label.id: [("北町", right), ("南町", other)], counted.id[:-3]: [("北町", right)]}
    first, second = out.proposed(out.units("vi"), said)
    assert (first.target, first.read) == ("Tiếp", False)
    assert first.notes[-2:] == ("北町: this is right", "南町: Tiếp")
    assert (second.id, second.target, second.read) == (counted.id, counted.target, True)
