"""What L3 asks for, a line beginning with ・ for each thing, becomes a list on the page."""

from __future__ import annotations

from portal.templating import PAGES

HINT = '{% from "components/hint/macro.html" import hint %}{{ hint("value", text) }}'


def test_lines_become_a_list() -> None:
    told = PAGES.from_string(HINT).render(text="次の、どれか一つです。\n・運転免許証\n・介護保険証", language="ja")
    assert "<li>運転免許証</li><li>介護保険証</li>" in told
    assert "・" not in told


def test_a_sentence_stays_a_sentence() -> None:
    assert "<ul>" not in PAGES.from_string(HINT).render(text="住民票と同じ名前を書いてください。", language="ja")
