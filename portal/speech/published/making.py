"""Making published sounds ahead: our own voices', and recordings of a voice on the net."""

from __future__ import annotations

from portal.speech.published.public import genuine
from portal.speech.published.sounds import Entry, Sounds
from portal.speech.voices import encoded
from portal.speech.voices.google import NAME as GOOGLE
from portal.speech.voices.google import Google
from portal.speech.voices.voice import Word


class NotKept(OSError):
    """A sound was made and could not be written: the disk is full, or the folder may not be written to."""


def make(sounds: Sounds, entry: Entry) -> bool:
    """Make a sound of our own voice, whole, and give whether it was not there yet. Raises Silent, NotKept."""
    if sounds.is_made(entry):
        return False
    _keep(sounds, entry, sounds.speaker.whole(entry.said, genuine(entry.text).language))
    return True


def record(sounds: Sounds, google: Google, own: Entry) -> bool:
    """Record the same sentence, and give whether there was no recording yet. Raises Silent, NotKept, GivenUp.

    That voice tells no times of words: they are our own voice's, stretched to the length of the recording.
    """
    entry = Entry.of(own.text, GOOGLE)
    if sounds.is_made(entry):
        return False
    sound = google.speak(entry.text)
    words = sounds.speaker.words(entry.said, entry.text.language)
    stretch = sound.seconds * 1000 / max(1, words[-1].end_ms) if words else 1.0
    placed = [Word(round(w.start_ms * stretch), round(w.end_ms * stretch), w.start, w.end) for w in words]
    _keep(
        sounds,
        entry,
        {"mp3": encoded.mp3(sound), "opus": encoded.opus(sound), "json": encoded.times(placed, entry.text.seen)},
    )
    return True


def _keep(sounds: Sounds, entry: Entry, made: dict[str, bytes]) -> None:
    for suffix, body in made.items():
        if not sounds.shelf.put(entry.voice, entry.name, suffix, body):
            raise NotKept("the sound could not be written")
