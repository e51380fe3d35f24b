"""An optional voice of Google's for published words, used only when audio is built; nothing else may reach it.

The service is undocumented and may end any day, so nothing rests on it: `yorisoi speech build --voice google` fetches
what it gives, and the portal plays that where it is kept. It takes a `PublicText` and nothing else.
"""

from __future__ import annotations

import base64
import io
import json
import re
from collections.abc import Callable, Iterator
from http.client import HTTPException
from importlib.metadata import version
from time import sleep as _sleep
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from portal.language.words import say
from portal.speech.published.public import PublicText, genuine
from portal.speech.voices.voice import Silent, Sound

CREDIT = say("この声は機械の声です。{voice}が読みます。", voice="Google")
ENDPOINT = "https://translate.google.com/_/TranslateWebserverUi/data/batchexecute"
NAME = f"google-{version('gtts')}"
"""The voice's name: the version of the library that knows the service."""
RPC = "jQ1olc"
"""The name of the call that speaks, in what is sent and in what comes back."""
SPOKEN = {
    **{"ja": "ja", "ja-simple": "ja", "en": "en", "ko": "ko", "vi": "vi"},
    **{"zh-Hans": "zh-CN", "zh-Hant": "zh-TW", "pt-BR": "pt", "es": "es", "tl": "tl", "id": "id", "ne": "ne"},
}
"""The service's name of each language."""
MOST = 100
"""Characters the service takes at a time; it cuts longer texts in the middle of words, so we cut them ourselves."""
TRIES, FIRST_WAIT, LONGEST_WAIT = 6, 2.0, 120.0
"""Tries for one piece; seconds waited after the first refusal, doubled each time, and the most ever waited."""
TIMEOUT = 20.0
_STOP = re.compile(r"[。、！？!?.,;:，；：\s]")


class GivenUp(Exception):
    """The service did not answer however long we waited: whoever has more to ask stops asking."""


class Google:
    """Not a `Voice`: it cannot be given a text, only a published one."""

    machine = True
    credit = CREDIT
    licence = ""
    name = NAME

    def __init__(self, sleep: Callable[[float], None] = _sleep) -> None:
        self._sleep = sleep

    def speak(self, text: PublicText) -> Sound:
        """A published sentence, without times of words. Raises Silent, GivenUp; TypeError for anything else."""
        import numpy as np

        language = SPOKEN.get(genuine(text).language)
        if language is None or not text.seen.strip():
            raise Silent("no voice for this language, or nothing to speak")
        sounds = [_decoded(self._fetched(piece, language)) for piece in pieces(text.seen)]
        return Sound(np.concatenate([sound.samples for sound in sounds]), sounds[0].rate, tuple)

    def _fetched(self, piece: str, language: str) -> bytes:
        """The service's MP3 of one piece, after as many tries as are polite."""
        wait = FIRST_WAIT
        for _ in range(TRIES):
            asked = ""
            try:
                return _answer(piece, language)
            except HTTPError as refused:
                if refused.code != 429 and refused.code < 500:
                    raise Silent(f"the service answered {refused.code}") from None
                asked = refused.headers.get("Retry-After", "")
            except (OSError, HTTPException):
                pass  # out of reach for the moment, or it hung up: as after a refusal
            self._sleep(min(float(asked), LONGEST_WAIT) if asked.isdecimal() else wait)
            wait = min(2 * wait, LONGEST_WAIT)
        raise GivenUp("the voice on the net cannot be reached, or asks us to come back later")


def pieces(text: str) -> Iterator[str]:
    """The text in parts the service takes, cut after a stop or a space where there is one."""
    start = 0
    while len(text) - start > MOST:
        stops = [stop.end() for stop in _STOP.finditer(text, start, start + MOST)]
        end = stops[-1] if stops else start + MOST
        yield from filter(None, [text[start:end].strip()])
        start = end
    yield from filter(None, [text[start:].strip()])


def _answer(piece: str, language: str) -> bytes:
    """Ask once. Raises OSError (HTTPError for a refusal), Silent for an answer without a sound."""
    from gtts import gTTS

    # The library knows how to ask; the conversation is ours, because its own does not check whom it talks to.
    asking = gTTS(piece, lang=language, lang_check=False)
    (body,) = asking.get_bodies()
    request = Request(ENDPOINT, body.encode(), asking.GOOGLE_TTS_HEADERS)
    with urlopen(request, timeout=TIMEOUT) as answer:
        told = answer.read().decode()
    for line in told.splitlines():
        if RPC in line:
            return _sound_in(line)
    raise Silent("the service's answer holds no sound")


def _sound_in(line: str) -> bytes:
    try:
        for row in json.loads(line):
            if row[1] == RPC:
                return base64.b64decode(json.loads(row[2])[0], validate=True)
    except (ValueError, TypeError, LookupError):
        pass
    raise Silent("the service's answer holds no sound")


def _decoded(mp3: bytes) -> Sound:
    import soundfile

    try:
        samples, rate = soundfile.read(io.BytesIO(mp3), dtype="float32", always_2d=True)
    except soundfile.LibsndfileError as error:
        raise Silent(type(error).__name__) from None
    mono: Any = samples.mean(axis=1)
    return Sound(mono, rate, tuple)
