"""A whole page as one sound, for browsers without our script and for keeping."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from portal.speech.normal import said
from portal.speech.script import Utterance
from portal.speech.sounds import Sounds
from portal.speech.voices.joined import joined
from portal.speech.voices.voice import Silent

MOST = 400
"""Sentences of one page."""
AT_ONCE = 2
"""Sentences of one page being spoken; others want to hear theirs too."""
_SPOKEN = re.compile(r"<(main|aside)\b.*?</\1>", re.DOTALL)


def spoken_of(html: str) -> str:
    """The parts of a page that are said: the page itself, and whom to ask by telephone."""
    return "".join(found[0] for found in _SPOKEN.finditer(html))


def sound(sounds: Sounds, utterances: Iterable[Utterance], names: Mapping[str, str]) -> bytes:
    """Everything that can be said of a page, as one MP3. Raises Silent where that is nothing."""
    wanted = list(utterances)[:MOST]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        parts = list(pool.map(partial(_spoken, sounds, names), wanted, sounds.names(wanted)))
    if heard := [part for part in parts if part]:
        return joined(heard)
    raise Silent("nothing on this page can be said")


def _spoken(sounds: Sounds, names: Mapping[str, str], one: Utterance, name: str) -> bytes:
    """The sound of one sentence, published under `name` or not; nothing for one in a language without a voice."""
    text = one.spoken or one.seen
    try:
        if name and (kept := sounds.get(name, "mp3")):
            return kept
        return sounds.speaker.made("mp3", said(text, one.language, {} if one.spoken else names), one.language)
    except Silent:
        return b""
