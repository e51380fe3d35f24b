"""A sound as the bytes a browser plays: MP3 everywhere, Opus where it has proven that it plays it, times as JSON.

Runs in the voices' processes; numpy and soundfile are imported when they are needed, never by the server.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Sequence
from math import gcd
from typing import TYPE_CHECKING, Any

from portal.speech.voices.voice import Sound, Word

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RATE = 24_000
"""Samples a second of every sound, so that sounds can be joined; of speech above 12 kHz only hiss is left."""
LOUD, PEAK = 0.7, 0.95
"""Gain of every sentence alike, so that all are equally loud, and the highest sample, so that none is clipped."""
VERSION = "2"
"""Part of every published address: another gain, rate or strength is another sound."""
_TAPS = 63


def mp3(sound: Sound) -> bytes:
    """Mono MP3, 2.7 KB a second in Japanese, 3.5 KB by the machine voice in English.

    An average bit rate: of all ways to write so few bytes it changed the spectrum of both our voices least, and unlike
    a constant one it tells players how much silence the encoder has put before and after.
    """
    how = {"format": "MP3", "subtype": "MPEG_LAYER_III", "compression_level": 0.92, "bitrate_mode": "AVERAGE"}
    return _written(sound, how)


def opus(sound: Sound) -> bytes:
    """Mono Opus in Ogg, 1.6 KB a second for usual speech; with less it cuts off what makes し of ひ."""
    return _written(sound, {"format": "OGG", "subtype": "OPUS", "compression_level": 0.985})


def _written(sound: Sound, how: dict[str, Any]) -> bytes:
    import soundfile

    file = io.BytesIO()
    soundfile.write(file, levelled(at_rate(sound.samples, sound.rate)), RATE, **how)
    return file.getvalue()


def levelled(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """The same sound at the house's loudness."""
    import numpy as np

    highest = float(abs(samples).max(initial=0.0))
    gain = min(LOUD, PEAK / highest) if highest else LOUD
    louder: NDArray[np.float32] = np.multiply(samples, gain, dtype=np.float32)
    return louder


def at_rate(samples: NDArray[np.float32], rate: int) -> NDArray[np.float32]:
    """The same sound with 24,000 samples a second, without the tones that cannot hold.

    Half of 48,000 by a filter; other rates by the spectrum, which for a few seconds takes no longer.
    """
    import numpy as np

    if rate == RATE or not len(samples):
        return samples
    if rate == 2 * RATE:
        at = np.arange(_TAPS) - (_TAPS - 1) / 2
        low = np.sinc(at / 2) * np.kaiser(_TAPS, 7)
        return np.convolve(samples, (low / low.sum()).astype(np.float32))[_TAPS // 2 :][: len(samples)][::2]
    step = gcd(rate, RATE)
    parts = -(-len(samples) * step // rate)  # so many whole periods of both rates
    spectrum = np.fft.rfft(samples, parts * rate // step)
    length = parts * RATE // step
    changed: NDArray[np.float64] = np.fft.irfft(spectrum, length) * (RATE / rate)
    return changed[: round(len(samples) * RATE / rate)].astype(np.float32)


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
