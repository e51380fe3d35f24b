"""`make tongues`: every language by eye and by ear in a real browser, what is no page, and official terms.

By eye: words of another way of writing, which nobody has translated or marked, and what does not fit into 320 px, as
it comes and in the largest letters. Apart: mails, notes, refusals, papers as they leave the press, and what staff get,
which is Japanese (`unpaged`). By ear: each page of a whole way is read aloud, and what staff get of it in the end is
Japanese. A table of each, then every finding.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from playwright.sync_api import Browser, Page
from rich.console import Console
from rich.table import Table

from a11y.check import Variant
from a11y.foreign import foreign
from a11y.heard import by_ear, says_so
from a11y.pages import FOR_PROGRAMMERS, PAGES
from a11y.seen import told
from a11y.unpaged import Looked, unpaged
from a11y.variants import shown
from a11y.walk import Walk, walked, walks
from portal.language.translating import glossary
from portal.language.translating.messages import every
from portal.language.words import AT_THE_DESK, CODES, EASY, SOURCE
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
  .map(({ node, it }) => {
    const whole = it.closest("with-kana");
    return [it.closest("[lang]").lang, whole ? plain(whole) : node.data.trim()];
  })"""
"""Words that are seen, each with its language, a sentence with kana whole; but no answers, and not the Japanese beside
them that somebody wants."""


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


def seen(browser: Browser, address: str, variant: Variant, some: Iterable[Walk]) -> Row:
    """One language, or one with Japanese or kana beside it, on each page of some walks."""
    language = variant.language
    row = Row(variant.preferences.reads(language))
    for walk in spoken(some, language):
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


def spoken(some: Iterable[Walk], language: str) -> list[Walk]:
    """Those whose pages are told in a language: what programmers read is for them, in the languages of the desk."""
    return [walk for walk in some if walk.name not in FOR_PROGRAMMERS or language in AT_THE_DESK]


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


def tell(words: str) -> None:
    """A line as soon as something is done: the whole of it takes hours."""
    print(words, flush=True)


def ways_to_read(language: str) -> tuple[Variant, ...]:
    """A language as it comes, and with what its reader may want beside it; easy Japanese comes with it."""
    beside = {SOURCE: ABOVE, EASY: ""}.get(language, SOURCE)
    return tuple(Variant(language, beside=one) for one in dict.fromkeys(("", beside)))


def eye(languages: Iterable[str], some: Iterable[Walk]) -> tuple[Table, list[str]]:
    """Each page of some walks, alone and with Japanese or kana beside it."""
    rows, walks_ = list[Row](), [*some]
    with TemporaryDirectory() as folder, serving(Server(Path(folder))) as server, chromium() as browser:
        for language in languages:
            for variant in ways_to_read(language):
                rows.append(seen(browser, server.address, variant, walks_))
                tell(f"{rows[-1].title}: {rows[-1].pages} pages, {len(rows[-1].amiss)} amiss")
    table = Table("by eye", "pages", "texts", "untranslated", *(f"too wide, 320 px, {size} %" for size in SIZES))
    for row in rows:
        wide = (str(len(row.wide[size])) for size in SIZES)
        table.add_row(row.title, str(row.pages), str(row.words), str(len(row.foreign)), *wide)
    found = (f"{row.title} {one.page} ({one.state}): {one.what}" for row in rows for one in dict.fromkeys(row.amiss))
    return table, [*found]


def ear(languages: Iterable[str], _some: Iterable[Walk]) -> tuple[Table, list[str]]:
    """The shortest whole way, a sentence of each page heard, and the letter that staff get."""
    table = Table("by ear", "pages", "our voice", "their own", "without", "staff read")
    found = list[str]()
    with TemporaryDirectory() as folder, serving(Server(Path(folder))) as server, chromium() as browser:
        for language in languages:
            heard = by_ear(browser, server, language)
            tell(f"{language}: {heard.ours + heard.own} pages heard, {len(heard.amiss)} amiss")
            without = says_so(browser, server, language) if heard.own else ""
            letter = "Japanese" if heard.japanese else "not Japanese"
            told = (heard.ours + heard.own, heard.ours, heard.own, without, letter)
            table.add_row(language, *map(str, told))
            found += (f"{language}: {words}" for words in heard.amiss)
    return table, found


def apart(languages: Iterable[str], _some: Iterable[Walk]) -> tuple[Table, list[str]]:
    """What is no page of a way, and all that staff get."""
    looked = dict[str, Looked]()
    for language in languages:
        looked[language] = unpaged(language)
        tell(f"{language}: {looked[language].pieces.total()} pieces, {len(looked[language].left)} amiss")
    kinds = [*dict.fromkeys(kind for one in looked.values() for kind in one.pieces)]
    table = Table("apart", *kinds, "both", "amiss")
    for language, one in looked.items():
        table.add_row(language, *(str(one.pieces[kind]) for kind in kinds), str(one.beside), str(len(one.left)))
    return table, [f"{language} {' '.join(left)}" for language, one in looked.items() for left in one.left]


def terms(languages: Iterable[str], _some: Iterable[Walk]) -> tuple[Table, list[str]]:
    """Official terms in every message that has them."""
    table, found = Table("glossary", "terms", "places", "with a reason", "otherwise"), list[str]()
    for language in languages:
        book = glossary.load(language)
        messages = [(told.source[0], one) for told in every(language) for one in told.translation if book.terms]
        places = sum(len(book.within(source)) for source, _ in messages)
        other = {(term, source) for source, one in messages for term in book.otherwise(source, one)}
        left = [f"{language} glossary: {term} in 「{source}」" for term, source in sorted(other - book.reasons.keys())]
        table.add_row(language, *map(str, (len(book.terms), places, len(other) - len(left), len(left))))
        found += left
    return table, found


LOOKS: Mapping[str, Callable[[Iterable[str], Iterable[Walk]], tuple[Table, list[str]]]] = {
    "terms": terms,
    "apart": apart,
    "ear": ear,
    "eye": eye,
}
"""Each way of looking through languages: its table and what it found."""


def main() -> int:
    """The tables, each with its findings; 1 where there are any."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--walks", default="", help="names of walks in pages.yaml with commas between, or all")
    parser.add_argument("--languages", default=",".join(CODES), help="codes of languages with commas between")
    parser.add_argument("--only", default=",".join(LOOKS), help=f"some of {', '.join(LOOKS)}")
    wanted = parser.parse_args()
    console, amiss, some = Console(), False, chosen(wanted.walks)
    languages = [code for code in wanted.languages.split(",") if code in CODES]
    for look in wanted.only.split(","):
        those = [code for code in languages if look != "terms" or code != SOURCE]
        table, found = LOOKS[look](those, some)
        console.print(table)
        for line in found:
            console.print(line, markup=False, highlight=False, soft_wrap=True)
        amiss = amiss or bool(found)
    return int(amiss)


if __name__ == "__main__":
    raise SystemExit(main())
