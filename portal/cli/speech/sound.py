"""`speech build`: all published sound, made ahead; `speech say`: one thing, said or spelled as the portal would."""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

from portal import registries
from portal.answers import KINDS
from portal.app import served
from portal.catalogue.load import load
from portal.cli.answers import understood
from portal.language.dates import JAPAN
from portal.language.words import CODES, SOURCE
from portal.settings import Settings
from portal.speech.normal import said
from portal.speech.published import PublicText, Published
from portal.speech.published.making import NotKept, make, record
from portal.speech.reading import dictionaries
from portal.speech.sentences import sentences
from portal.speech.speaker import Speaker
from portal.speech.voices import encoded
from portal.speech.voices.chosen import Voices
from portal.speech.voices.google import GivenUp, Google
from portal.speech.voices.openjtalk import Openjtalk
from portal.speech.voices.voice import Silent, Sound, Voice

OWN, GOOGLE = "own", "google"
ENCODED = {".mp3": encoded.mp3, ".opus": encoded.opus}
Making = Callable[[PublicText], bool]
"""Makes one sound; gives whether it was not there yet."""


def add(verbs: Any) -> None:
    """The verbs' words."""
    build = verbs.add_parser("build", help="make all published sound ahead", epilog="example: yorisoi speech build")
    build.add_argument("--language", action="append", choices=CODES, help="this language only; may be given again")
    build.add_argument("--voice", choices=(OWN, GOOGLE), default=OWN, help="google records it from the net, slowly")
    build.add_argument("--processes", type=int, default=os.cpu_count() or 1, help="how many speak at a time")
    build.set_defaults(run=_build)
    example = "example: yorisoi speech say --kind date --out date.mp3 S10.4.1"
    say = verbs.add_parser("say", help="say or spell one thing as the portal would", epilog=example)
    say.add_argument("text", nargs="+", help="what is said; with --kind what somebody types, part=text for one box")
    say.add_argument("--language", choices=CODES, default=SOURCE, help="who speaks")
    say.add_argument("--kind", choices=sorted(KINDS), metavar="kind", help="take it for an answer of this kind")
    say.add_argument("--kana", action="store_true", help="print how it is read, in katakana")
    say.add_argument("--out", type=_sound_file, metavar="file", help="write the sound, .mp3 or .opus")
    say.set_defaults(run=_say)


def _speaker(settings: Settings) -> Speaker:
    """A speaker with all its dictionaries, which are made where they are missing."""
    settings.var.mkdir(parents=True, exist_ok=True)
    path = settings.var / "registries.sqlite"
    with Console(stderr=True).status("Building postcodes, readings of names and places"):
        registries.build(path)
        registries.open(path)
        made = dictionaries(settings.var, served(settings).values())
    return Speaker(settings, Voices.of_settings(settings, made))


def _build(settings: Settings, wanted: argparse.Namespace) -> int:
    console = Console(highlight=False, soft_wrap=True)
    speaker = _speaker(replace(settings, speech_processes=wanted.processes))
    towns, shelf = served(settings).values(), speaker.shelf
    making = partial(make, speaker) if wanted.voice == OWN else partial(record, speaker, Google())
    published = Published(load(towns), towns)
    texts = [text for text in published if not wanted.language or text.language in wanted.language]
    try:
        ended = _made(making, texts, wanted.processes if wanted.voice == OWN else 1, console)
    except KeyboardInterrupt:
        console.print("Stopped. The same command goes on from here.")
        return 1
    except (NotKept, GivenUp) as error:
        console.print(f"Stopped: {error}. The same command goes on from here.")
        return 1
    finally:
        speaker.end()
    made, kept, silent = (ended[how] for how in ("made", "kept", "silent"))
    console.print(f"{len(texts)} sentences: {made} made, {kept} were there, {silent} silent")
    console.print(f"{shelf.size() / 1e6:.1f} MB of at most {shelf.most / 1e6:.0f} MB in {shelf.folder}")
    return 0


def _made(making: Making, texts: Sequence[PublicText], at_once: int, console: Console) -> Counter[str]:
    """How many were made, were there, have nothing that could be spoken. Raises NotKept, GivenUp, KeyboardInterrupt."""
    ended: Counter[str] = Counter()
    stop = Event()
    columns = ("Speaking", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with ThreadPoolExecutor(at_once) as hands, Progress(*columns, console=console) as progress:
        bar = progress.add_task("", total=len(texts))
        try:
            for how in hands.map(partial(_one, making, stop), texts):
                ended[how] += 1
                progress.advance(bar)
        finally:
            stop.set()
    return ended


def _one(making: Making, stop: Event, text: PublicText) -> str:
    if stop.is_set():
        return "left"
    try:
        return "made" if making(text) else "kept"
    except Silent:
        return "silent"
    except Exception:
        stop.set()  # whoever comes next must not ask again
        raise


def _say(settings: Settings, wanted: argparse.Namespace) -> int:
    console = Console(highlight=False, soft_wrap=True)
    voices = _speaker(settings).voices
    text, amiss = _spoken(wanted)
    parts = [heard for seen in sentences(text) if (heard := said(seen, wanted.language).heard).strip()]
    for message in amiss:
        console.print(message, markup=False)
    try:
        voice = voices.of(wanted.language)
        if wanted.kana:
            return _spelled(voice, parts, console)
        sounds = [voice.speak(heard) for heard in parts]
    except Silent as silent:
        console.print(f"Nothing can be heard: {silent}", markup=False)
        return 1
    finally:
        voices.end()
    for heard, sound in zip(parts, sounds, strict=True):
        _timed(heard, sound, console)
    if sounds and wanted.out:
        _write(sounds, wanted.out)
    return int(not sounds)


def _spoken(wanted: argparse.Namespace) -> tuple[str, list[str]]:
    """What is to be said, and what is amiss where it was taken for an answer."""
    if not wanted.kind:
        return " ".join(wanted.text), []
    bare = {"limit": [], "option": [], "optional": False}
    told = understood(argparse.Namespace(**{**vars(wanted), **bare}), datetime.now(JAPAN).date())
    return told.get("spoken", ""), [problem["message"] for problem in told.get("problems", ())]


def _spelled(voice: Voice, parts: Sequence[str], console: Console) -> int:
    if not isinstance(voice, Openjtalk):
        console.print("Only Japanese is spelled in katakana.")
        return 1
    for heard in parts:
        console.print(voice.kana(heard), markup=False)
    return int(not parts)


def _timed(heard: str, sound: Sound, console: Console) -> None:
    """Each word with the seconds from when until when it sounds."""
    for word in sound.words:
        seconds = f"{word.start_ms / 1000:6.2f} {word.end_ms / 1000:6.2f}"
        console.print(f"{seconds}  {heard[word.start : word.end]}", markup=False)


def _write(sounds: Sequence[Sound], path: Path) -> None:
    """All of them as one file."""
    import numpy as np

    whole = Sound(np.concatenate([sound.samples for sound in sounds]), sounds[0].rate, tuple)
    path.write_bytes(ENCODED[path.suffix](whole))


def _sound_file(text: str) -> Path:
    """A file of a kind that can be written. Raises ArgumentTypeError."""
    path = Path(text)
    if path.suffix not in ENCODED:
        raise argparse.ArgumentTypeError(f"the file's name must end with {' or '.join(ENCODED)}")
    return path
