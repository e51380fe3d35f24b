"""Making published sounds ahead: our own voices', and recordings of a voice on the net."""

from __future__ import annotations

from portal.speech.normal import said
from portal.speech.published.public import PublicText
from portal.speech.speaker import Speaker, named
from portal.speech.voices import encoded
from portal.speech.voices.google import NAME as GOOGLE
from portal.speech.voices.google import Google
from portal.speech.voices.voice import Word


class NotKept(OSError):
    """A sound was made and could not be written: the disk is full, or the folder may not be written to."""


def make(speaker: Speaker, text: PublicText) -> bool:
    """Make a sound of our own voice, whole, and give whether it was not there yet. Raises Silent, NotKept."""
    heard = said(text.seen, text.language, marked=text.marked)
    voice = speaker.voices.of(text.language).name
    name = named(voice, heard, text.language)
    if speaker.shelf.is_whole(voice, name):
        return False
    _keep(speaker, voice, name, speaker.whole(heard, text.language))
    return True


def record(speaker: Speaker, google: Google, text: PublicText) -> bool:
    """Record the same sentence, and give whether there was no recording yet. Raises Silent, NotKept, GivenUp.

    That voice tells no times of words: they are our own voice's, stretched to the length of the recording.
    """
    heard = said(text.seen, text.language, marked=text.marked)
    name = named(GOOGLE, heard, text.language)
    if speaker.shelf.is_whole(GOOGLE, name):
        return False
    sound = google.speak(text)
    words = speaker.words(heard, text.language)
    stretch = sound.seconds * 1000 / max(1, words[-1].end_ms) if words else 1.0
    rows = [(round(w.start_ms * stretch), round(w.end_ms * stretch), w.start, w.end) for w in words]
    times = encoded.times([Word(*row) for row in rows], text.seen)
    _keep(speaker, GOOGLE, name, {"mp3": encoded.mp3(sound), "opus": encoded.opus(sound), "json": times})
    return True


def _keep(speaker: Speaker, voice: str, name: str, made: dict[str, bytes]) -> None:
    for suffix, body in made.items():
        if not speaker.shelf.put(voice, name, suffix, body):
            raise NotKept("the sound could not be written")
