"""A sound as the bytes a browser plays: MP3 everywhere, Opus where it has proven that it plays it, times as JSON.

Runs in the voices' processes; numpy and soundfile are imported when they are needed, never by the server.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from portal.speech.voices.voice import Sound, Word

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RATE = 24_000
"""Samples a second at most: all that is left of speech above 12 kHz is hiss."""
LOUD, PEAK = 0.7, 0.95
"""Gain of every sentence alike, so that all are equally loud, and the highest sample, so that none is clipped."""
VERSION = "1"
"""Part of every published address: another gain, rate or strength is another sound."""
_TAPS = 63


def mp3(sound: Sound) -> bytes:
    """Mono MP3 with a variable bit rate, at most 4 KB for a second of usual speech."""
    rate = min(sound.rate, RATE)
    how = {"format": "MP3", "subtype": "MPEG_LAYER_III", "compression_level": 0.97, "bitrate_mode": "VARIABLE"}
    return _written(at_rate(sound.samples, sound.rate, rate), rate, how)


def opus(sound: Sound) -> bytes:
    """Mono Opus in Ogg, at most 2 KB for a second of usual speech. The format knows few rates, 24,000 is one."""
    how = {"format": "OGG", "subtype": "OPUS", "compression_level": 0.99}
    return _written(at_rate(sound.samples, sound.rate, RATE), RATE, how)


def _written(samples: NDArray[np.float32], rate: int, how: dict[str, Any]) -> bytes:
    import soundfile

    file = io.BytesIO()
    soundfile.write(file, levelled(samples), rate, **how)
    return file.getvalue()


def levelled(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """The same sound at the house's loudness."""
    import numpy as np

    highest = float(abs(samples).max(initial=0.0))
    gain = min(LOUD, PEAK / highest) if highest else LOUD
    louder: NDArray[np.float32] = np.multiply(samples, gain, dtype=np.float32)
    return louder


def at_rate(samples: NDArray[np.float32], rate: int, wanted: int) -> NDArray[np.float32]:
    """The same sound with another number of samples a second, without the tones a lower rate cannot hold."""
    import numpy as np

    if rate == wanted or not len(samples):
        return samples
    if rate > wanted:
        at = np.arange(_TAPS) - (_TAPS - 1) / 2
        low = np.sinc(at * wanted / rate) * np.kaiser(_TAPS, 7)
        samples = np.convolve(samples, (low / low.sum()).astype(np.float32))[_TAPS // 2 :][: len(samples)]
    if rate == 2 * wanted:
        return samples[::2]
    places = np.arange(round(len(samples) * wanted / rate)) * (rate / wanted)
    between: NDArray[np.float64] = np.interp(places, np.arange(len(samples)), samples)
    return between.astype(np.float32)


def times(words: Iterable[Word], seen: str) -> bytes:
    """JSON `[[start ms, end ms, start, end], …]`; places in `seen` count UTF-16 units, as browsers do."""
    units = _units(seen)
    rows = [[word.start_ms, word.end_ms, units[word.start], units[word.end]] for word in words]
    return json.dumps(rows, separators=(",", ":")).encode()


def _units(text: str) -> Sequence[int]:
    """For each place in the text, and its end, how many UTF-16 units come before it."""
    before = [0]
    for sign in text:
        before.append(before[-1] + (2 if ord(sign) > 0xFFFF else 1))
    return before
