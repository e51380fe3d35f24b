"""The process eSpeak NG lives in; the engine is GPL and is nowhere else. Imports nothing of the house.

A question is a frame of three lines: language, words a minute, text. An answer is a frame of the number of words, for
each word when it begins in ms, where in the text and how many characters long (all as four bytes, big-endian), and
then the samples, 16 bit, little-endian, 22,050 a second. No samples: the engine could not speak it.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys

import espeakng_loader

SYNCHRONOUS, WORD, RATE_SET, UTF8 = 2, 1, 1, 1
"""AUDIO_OUTPUT_SYNCHRONOUS, espeakEVENT_WORD, espeakRATE and espeakCHARS_UTF8 of speak_lib.h."""


class Event(ctypes.Structure):
    """espeak_EVENT of speak_lib.h."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),  # in characters, from 1
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),  # in ms
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", ctypes.c_char * 8),
    )


Heard = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(Event))


class Engine:
    """The library, started once."""

    def __init__(self) -> None:
        self.library = ctypes.CDLL(espeakng_loader.get_library_path())
        os.chdir(espeakng_loader.get_data_path())  # it has room for 160 bytes of a path, and falls where one is longer
        self.library.espeak_Initialize(SYNCHRONOUS, 0, b".", 0)
        self.samples = bytearray()
        self.words: list[tuple[int, int, int]] = []
        self._callback = Heard(self._take)
        self.library.espeak_SetSynthCallback(self._callback)

    def spoken(self, language: str, rate: int, text: str) -> bytes:
        """The answer's frame."""
        self.samples.clear()
        self.words.clear()
        if self.library.espeak_SetVoiceByName(language.encode()) == 0:
            self.library.espeak_SetParameter(RATE_SET, rate, 0)
            plain = text.encode() + b"\0"
            self.library.espeak_Synth(plain, len(plain), 0, 1, 0, UTF8, None, None)
        told = b"".join(struct.pack(">3I", *word) for word in self.words)
        return struct.pack(">I", len(self.words)) + told + bytes(self.samples)

    def _take(self, samples: ctypes._Pointer[ctypes.c_short], count: int, events: ctypes._Pointer[Event]) -> int:
        if count > 0 and samples:
            self.samples += ctypes.string_at(samples, 2 * count)
        n = 0
        while events[n].type:
            event = events[n]
            if event.type == WORD:
                self.words.append((max(0, event.audio_position), max(0, event.text_position - 1), event.length))
            n += 1
        return 0


def main() -> None:
    """Answer until nobody asks any more."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    engine, questions = Engine(), sys.stdin.buffer
    while len(head := questions.read(4)) == 4:
        language, rate, text = questions.read(int.from_bytes(head, "big")).decode().split("\n", 2)
        answer = engine.spoken(language, int(rate), text)
        out.write(len(answer).to_bytes(4, "big") + answer)
        out.flush()


if __name__ == "__main__":
    main()
