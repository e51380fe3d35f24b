"""A language as somebody reads it at the desk: its messages in order, and what the town has said of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup, escape

from portal.desk.visit import DeskVisit
from portal.language.counting import JAPANESE
from portal.language.translating import glossary, said
from portal.language.translating.faults import Judge
from portal.language.translating.messages import Told, every
from portal.language.translating.said import Said
from portal.language.words import OTHERS, say
from portal.templating import marked

LEFT, PROPOSED, RIGHT = "left", "proposed", "right"
STATES = {
    LEFT: say("まだ読んでいない"),
    PROPOSED: say("別の言い方を出した"),
    RIGHT: say("この訳でよい"),
}
"""Where each message stands, in words."""
ENGLISH = "en"


@dataclass(frozen=True)
class Book:
    """The messages of a language by their ids, and who judges them."""

    messages: Mapping[str, Told]
    judge: Judge


@lru_cache(maxsize=2)
def book(language: str) -> Book:
    """A language as it is published; read once. Raises OSError where it has no files."""
    told = every(language)
    called = {one.source[0]: one.translation[0] for one in told if one.translated}
    return Book({one.id: one for one in told}, Judge(language, called, glossary.load(language)))


def language(visit: DeskVisit) -> str:
    """The language that is read, or "" where it is none of ours."""
    wanted = visit.parts.get("language", "")
    return wanted if wanted in OTHERS else ""


def shown(text: str, code: str) -> Markup:
    """A text of a language, its Japanese words marked as such for whoever has them read aloud."""
    html = f"<span>{escape(text)}</span>"
    return Markup(html if code in JAPANESE else marked(html, code))


def standing(told: Told, word: Said | None) -> str:
    """Where a message stands; a word on what was put otherwise since counts no more."""
    if word is None or word.told != said.mark(told):
        return RIGHT if told.reader and not told.fuzzy else LEFT
    return PROPOSED if word.proposed else RIGHT
