"""An entry of a voice's dictionary: a word, its reading, its accent; and the row the engine wants."""

from __future__ import annotations

from typing import NamedTuple

from portal.speech.reading.sound import drawn, moras

WORD, PLACE, ALONE = "名詞,一般,*,*", "名詞,固有名詞,地域,一般", "感動詞,*,*,*"
"""Parts of speech of the engine; what is ALONE keeps a tune of its own beside its likes."""


class Entry(NamedTuple):
    """A word and its reading in katakana, a ・ where two vowels meet that are no long one (キュウ・ウジ).

    `accent` is the mora after which the voice falls, 0 where it does not fall. The smaller `cost` is, the sooner the
    word is taken for itself where it could be parts of others.
    """

    word: str
    reading: str
    accent: int = 0
    cost: int = 1000
    kind: str = WORD

    @property
    def row(self) -> str:
        """One line of the engine's CSV (the layout of NAIST-jdic): the reading as spelled and as it sounds."""
        plain = self.reading.replace("・", "")
        heard = "".join(map(drawn, self.reading.split("・")))
        accent = f"{self.accent}/{len(moras(plain))}"
        return f"{self.word},,,{self.cost},{self.kind},*,*,{self.word},{plain},{heard},{accent},C1"


def accent_after(kana: str) -> int:
    """The accent of a word whose voice falls after `kana`, or a mora earlier where that ends on ー, ン or ッ."""
    beats = moras(drawn(kana.replace("・", "")))
    return len(beats) - (len(beats) > 1 and beats[-1] in "ーンッ")
