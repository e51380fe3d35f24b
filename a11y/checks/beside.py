"""Kana above kanji, and Japanese beside another language, help eyes and keep out of the way of ears: nothing is told
twice, the Japanese is marked as such, and only the portal's own words have kana."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page

from a11y.check import Check, Fault, State, Variant
from a11y.seen import script as of
from a11y.seen import told
from portal.language.beside.furigana import above
from portal.language.words import KANA, SOURCE


def look(page: Page, state: State) -> Iterator[str]:
    """Kana that are spoken or stand above somebody's own words; Japanese without its mark, twice, or not at all."""
    seen = told(page, of("beside"))
    if state.variant.kana:
        yield from _above(seen)
    if state.variant.both:
        yield from _both(seen)


def _above(seen: dict[str, Any]) -> Iterator[str]:
    if not seen["above"]:
        yield "there are no kana above kanji"
    yield from (f"{kana!r} above kanji is told to whoever listens, who has heard it" for kana in seen["spoken"])
    for before, pieces, after in seen["runs"]:
        run = "".join(kanji for kanji, _ in pieces)
        ours = above(before + run + after, len(before), len(before) + len(run))
        if [*map(list, ours)] != pieces:
            kana = "・".join(kana for _, kana in pieces)
            yield f"{run!r} has {kana!r} above it, which is no reading of the portal's own words"


def _both(seen: dict[str, Any]) -> Iterator[str]:
    if not seen["both"]:
        yield "no Japanese stands beside the words"
    yield from (f"{it} stands beside no words" for it in seen["alone"])
    for words, beside in seen["both"]:
        if len(beside) != 1:
            yield f"{words!r} has {len(beside)} times Japanese beside it"
        for lang, japanese in beside:
            if lang != SOURCE:
                yield f"{japanese!r} beside {words!r} is not marked as Japanese"
            if japanese in ("", words):
                yield f"{words!r} has nothing new beside it"


WITH_KANA, WITH_JAPANESE = Variant(beside=KANA), Variant("vi", beside=SOURCE)


CHECK = Check(
    protects=__doc__ or "",
    criteria=("1.3.1", "3.1.2", "3.1.6"),
    look=look,
    at=lambda state: not state.page.startswith(("desk/", "api")) and (state.variant.kana or state.variant.both),
    faults=(
        Fault(
            "kana that are spoken",
            'document.querySelector("main rt").removeAttribute("aria-hidden")',
            variant=WITH_KANA,
        ),
        Fault(
            "kana above somebody's name",
            "document.querySelector('main .hint').innerHTML = '<ruby>花子<rt aria-hidden=true>はなこ</rt></ruby>さん'",
            variant=WITH_KANA,
        ),
        Fault(
            "kana of another reading",
            'document.querySelector("main h1 rt").textContent = "さま"',
            variant=WITH_KANA,
        ),
        Fault("no kana", 'for (const it of document.querySelectorAll("rt")) it.remove()', variant=WITH_KANA),
        Fault(
            "Japanese without its mark",
            'document.querySelector("main .beside").removeAttribute("lang")',
            variant=WITH_JAPANESE,
        ),
        Fault(
            "Japanese beside the words twice",
            'const it = document.querySelector("main .beside"); it.after(it.cloneNode(true))',
            variant=WITH_JAPANESE,
        ),
        Fault(
            "Japanese beside nothing",
            'document.querySelector("main form").append(document.querySelector("main .beside"))',
            variant=WITH_JAPANESE,
        ),
        Fault(
            "the same words beside each other",
            'const it = document.querySelector("main .both");'
            'it.firstChild.data = it.querySelector(".beside").textContent',
            variant=WITH_JAPANESE,
        ),
    ),
)
