"""`make tongues`: every page of whole ways in every language in a real browser; a table of what is amiss.

What is looked for are words of another way of writing, which nobody has translated or marked, and what does not fit
into 320 px, as it comes and in the largest letters.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from playwright.sync_api import Browser, Page
from rich.console import Console
from rich.table import Table

from a11y.check import Variant
from a11y.pages import PAGES
from a11y.seen import told
from a11y.variants import shown
from a11y.walk import Walk, walked, walks
from portal.language.counting import CHINESE, JAPANESE
from portal.language.words import CODES, SOURCE, words_for
from portal.language.words import KANA as ABOVE
from portal.preferences import TEXT
from tests.browser.resident import chromium
from tests.serving import Server, serving

NARROW = {"width": 320, "height": 740}
SIZES = (TEXT[0], TEXT[-1])
"""Text sizes everything has to fit in."""
SET_SIZE = """(size) => {
  const it = document.documentElement, was = it.dataset.text;
  it.dataset.text = size;
  return was;
}"""
"""Sets the text size of the page as it stands, and tells which it had."""
TEXTS = """() => [...words()].filter(({ it }) => !it.closest(".beside, [data-own], dd, address"))
  .map(({ node, it }) => [it.closest("[lang]").lang, node.data.trim()])"""
"""Words that are seen, each with its language; but no answers, and not the Japanese somebody wants beside them."""
SENTENCE = re.compile("[ぁ-ん]{3,}")
"""No name of a place or an office has so much hiragana in a row."""
OWN = re.compile("やさしい日本語|ことば|みどり町|かすみがはま")
"""What stands in Japanese on every page, and names."""
KANA = re.compile("[ぁ-ゖァ-ヺ]")
KANJI_OR_KANA = re.compile("[ぁ-ゖァ-ヺ㐀-䶿一-鿿]")
LATIN = re.compile(r"[A-Za-z][a-z]{2,}")
WITHOUT_LATIN = frozenset({"zh-Hans", "zh-Hant", "ko", "ne"})
"""Languages whose readers write no Latin letters; the others are told from English by its sentences."""
NAMES = re.compile(
    r"https?://\S+|\S+@\S+|[\w.-]+\.(?:json|pub|pdf|jp|com)\b|Language|My Number|(?i:yorisoi|javascript|chrome|safari)"
)
"""Names of things that are written in Latin letters everywhere."""


class Amiss(NamedTuple):
    """Something found: on which page, in which state, and what."""

    page: str
    state: str
    what: str


@dataclass
class Row:
    """What was seen of one language."""

    title: str
    pages: int = 0
    words: int = 0
    foreign: list[Amiss] = field(default_factory=list)
    wide: dict[int, list[Amiss]] = field(default_factory=lambda: {size: [] for size in SIZES})

    @property
    def amiss(self) -> list[Amiss]:
        """All that was found."""
        return [*self.foreign, *(one for found in self.wide.values() for one in found)]


def foreign(language: str, texts: Iterable[Sequence[str]]) -> Iterator[str]:
    """Of (language, text) pairs of a page those that no translation has reached."""
    for tongue, text in texts:
        bare = NAMES.sub("", OWN.sub("", text))
        if tongue == "ja" and language not in JAPANESE:
            if SENTENCE.search(bare):
                yield text
        elif tongue == language and language not in JAPANESE and _strange(language, text, bare):
            yield text


def _strange(language: str, text: str, bare: str) -> bool:
    if (KANA if language in CHINESE else KANJI_OR_KANA).search(bare):
        return True
    if language in WITHOUT_LATIN:
        return bool(LATIN.search(bare)) and text not in _ours(language)
    return language != "en" and text in _ours("en") and text not in _ours(language)


@cache
def _ours(language: str) -> frozenset[str]:
    """The sentences of a language, of several words."""
    return frozenset(told for told in words_for(language).all() if " " in told)


def seen(browser: Browser, address: str, variant: Variant, some: Iterable[Walk]) -> Row:
    """One language, or one with Japanese or kana beside it, on each page of some walks."""
    language = variant.language
    row = Row(variant.preferences.reads(language))
    for walk in some:
        page = shown(browser, address, variant, viewport=NARROW)
        for state in walked(page, walk, variant):
            texts = told(page, TEXTS)
            row.pages += 1
            row.words += len(texts)
            row.foreign += (Amiss(state.page, state.name, text) for text in foreign(language, texts))
            for size in SIZES:
                row.wide[size] += (Amiss(state.page, state.name, what) for what in _wide(page, size))
        page.context.close()
    return row


def _wide(page: Page, size: int) -> list[str]:
    """What has to be scrolled to sideways in a text size; the page stands as before afterwards."""
    was = page.evaluate(SET_SIZE, str(size))
    found: list[str] = told(page, "() => widest()")
    page.evaluate(SET_SIZE, was)
    return found


def chosen(wanted: str) -> list[Walk]:
    """Walks by their names, with commas between; "" for the shortest whole way, `all` for every page of residents."""
    if wanted == "all":
        return [walk for walk in walks() if walk.kind != "desk"]
    names = wanted.split(",") if wanted else [PAGES["shortest"]]
    return [walk for walk in walks() if walk.name in names]


def ways_to_read(language: str) -> tuple[Variant, ...]:
    """A language as it comes, and with what its reader may want beside it."""
    return Variant(language), Variant(language, beside=ABOVE if language in JAPANESE else SOURCE)


def main() -> int:
    """The table, then each finding; 1 where there is any."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--walks", default="", help="names of walks in pages.yaml with commas between, or all")
    parser.add_argument("--languages", default=",".join(CODES), help="codes of languages with commas between")
    wanted = parser.parse_args()
    console, rows, some = Console(), list[Row](), chosen(wanted.walks)
    with TemporaryDirectory() as folder, serving(Server(Path(folder))) as server, chromium() as browser:
        for language in filter(CODES.get, wanted.languages.split(",")):
            for variant in ways_to_read(language):
                rows.append(seen(browser, server.address, variant, some))
                console.print(f"{rows[-1].title}: {rows[-1].pages} pages, {len(rows[-1].amiss)} amiss")
    console.print(_table(rows))
    for row in rows:
        for one in dict.fromkeys(row.amiss):
            console.print(f"{row.title} {one.page} ({one.state}): {one.what}", markup=False, soft_wrap=True)
    return int(any(row.amiss for row in rows))


def _table(rows: Iterable[Row]) -> Table:
    table = Table("language", "pages", "texts", "untranslated", *(f"too wide, 320 px, {size} %" for size in SIZES))
    for row in rows:
        wide = (str(len(row.wide[size])) for size in SIZES)
        table.add_row(row.title, str(row.pages), str(row.words), str(len(row.foreign)), *wide)
    return table


if __name__ == "__main__":
    raise SystemExit(main())
