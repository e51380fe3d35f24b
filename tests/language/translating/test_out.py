"""What goes out to translators."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.language.translating import out, seen
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
