"""Runs: words that stand on one line of a page, cut into sentences, each of one language and with its place."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from portal.language.counting import CHINESE, JAPANESE
from portal.language.phrases.page import END, HOLD, bare
from portal.language.words import LANGUAGES, SOURCE
from portal.speech.script.seen import Element
from portal.speech.sentences import spans

_CODES = {language.html_lang: language.code for language in LANGUAGES}
_JAPANESE_SIGN = re.compile("[々〆ぁ-ゖァ-ヺｦ-ﾝ㐀-䶿一-鿿\uf900-\ufaff]")
_KANA = re.compile("[々〆ぁ-ゖァ-ヺｦ-ﾝ]")


@dataclass(frozen=True)
class Utterance:
    """One thing to say and what it stands for on the page.

    `at` is the element, `start` and `end` are the place in its textContent in UTF-16 units, equal where nothing that
    is written is said. `spoken` replaces `seen` for the voice where a kind of answer knows better. `personal` words
    are never looked for among the published, though others may look the same. `places` has the place of each UTF-16
    unit of `seen` where they do not simply follow each other, as in a word with its reading above.
    """

    at: int
    start: int
    end: int
    seen: str
    language: str
    spoken: str = ""
    personal: bool = False
    places: tuple[int, ...] = ()


class Piece(NamedTuple):
    """Text and where it stands in the text of the run's element; the language as html names it, "" for the page's.

    `own` words are somebody's own.
    """

    text: str
    start: int
    lang: str
    own: bool = False


def utterances(element: Element, pieces: list[Piece], language: str, names: Collection[str]) -> Iterator[Utterance]:
    """The sentences of a run. `names` are known in the page's own letters, so that any voice can say them."""
    seen = bare("".join(piece.text for piece in pieces))
    places = [piece.start + n for piece in pieces for n, sign in enumerate(piece.text) if sign not in (END, HOLD)]
    tongues = [code for piece in pieces for code in [_code(piece, language, names)] * len(bare(piece.text))]
    flat = re.sub(r"\s", " ", seen)
    for start, end in spans(flat):
        for first, last, tongue in _of_one_tongue(flat, tongues, (start, end), language):
            yield _placed(element, flat[first:last], places[first:last], tongue)


def tongue(text: str, language: str) -> str:
    """The language a text that somebody typed is said in: only a Japanese voice reads kana, and a Chinese one kanji."""
    signs = _KANA if language in CHINESE else _JAPANESE_SIGN
    return language if language in JAPANESE or not signs.search(text) else SOURCE


def _placed(element: Element, seen: str, places: list[int], language: str) -> Utterance:
    kept = [n for n, sign in enumerate(seen) if sign != " " or seen[n - 1] != " "]
    seen, places = "".join(seen[n] for n in kept), [places[n] for n in kept]
    whole = Utterance(element.at, places[0], places[-1] + 1, seen, language)
    if places[-1] - places[0] != len(places) - 1:
        whole = replace(whole, places=tuple(places))
    return in_units(whole, element.text)


def in_units(one: Utterance, text: str) -> Utterance:
    """An utterance with its places counted as browsers count them: letters beyond U+FFFF take two."""
    if text.isascii() or max(text) < "\U00010000":
        return one
    units = [0]
    for sign in text:
        units.append(units[-1] + (2 if sign > "\uffff" else 1))
    places = tuple(
        unit for n, sign in zip(one.places, one.seen, strict=False) for unit in range(units[n], units[n] + _wide(sign))
    )
    return replace(one, start=units[one.start], end=units[one.end], places=places)


def _wide(sign: str) -> int:
    return 2 if sign > "\uffff" else 1


def _code(piece: Piece, language: str, names: Collection[str]) -> str:
    """The language a piece is to be said in; known names are the page's own words."""
    own = _CODES.get(piece.lang, language)
    if language in JAPANESE:
        return language if own in JAPANESE else own
    rest = piece.text
    for name in names:
        rest = rest.replace(name, "")
    return tongue(rest, language if own in JAPANESE else own)


def _of_one_tongue(text: str, tongues: list[str], span: tuple[int, int], page: str) -> Iterator[tuple[int, int, str]]:
    """A sentence in pieces of one language; signs without letters stay with what comes before.

    A Japanese voice reads foreign words among its own; no other reads Japanese ones.
    """
    letters = [n for n in range(*span) if text[n].isalpha()]
    spoken = {tongues[n] for n in letters}
    if len(spoken) < 2 or page in JAPANESE:
        yield *span, spoken.pop() if len(spoken) == 1 else page
        return
    changes = [n for before, n in pairwise(letters) if tongues[before] != tongues[n]]
    for first, last in pairwise([span[0], *changes, span[1]]):
        piece = text[first:last]
        yield first, first + len(piece.rstrip()), tongues[next(n for n in letters if n >= first)]
