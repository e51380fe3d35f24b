"""An envelope: everything one letter needs, so that whoever sends it asks nobody anything."""

from __future__ import annotations

import json
from dataclasses import dataclass


@dataclass(frozen=True)
class Enclosure:
    """Text that travels as a file of its own: its name, media type (RFC 6838) and text."""

    name: str
    media_type: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Envelope:
    """One letter to one address.

    `about` names what it tells of: envelopes about the same thing leave in the order of their ids.
    `files` are ids of uploaded files; they are read from storage when the letter leaves.
    """

    municipality: str
    id: str
    about: str
    to: str
    subject: str
    text: str
    enclosures: tuple[Enclosure, ...] = ()
    files: tuple[str, ...] = ()

    @property
    def seal(self) -> str:
        """What the sealed box of this envelope is bound to."""
        return seal_of(self.id)

    def packed(self) -> bytes:
        """The words of the letter as JSON, ready to be sealed."""
        words = {
            "about": self.about,
            "to": self.to,
            "subject": self.subject,
            "text": self.text,
            "enclosures": [[one.name, one.media_type, one.text] for one in self.enclosures],
            "files": self.files,
        }
        return json.dumps(words, ensure_ascii=False).encode()


def seal_of(id: str) -> str:
    """What the sealed box of the envelope with this id is bound to."""
    return f"envelope:{id}"


def unpacked(municipality: str, id: str, plain: bytes) -> Envelope:
    """The envelope that was packed. Raises ValueError, KeyError or TypeError for anything else."""
    words = json.loads(plain)
    return Envelope(
        municipality=municipality,
        id=id,
        about=words["about"],
        to=words["to"],
        subject=words["subject"],
        text=words["text"],
        enclosures=tuple(Enclosure(*one) for one in words["enclosures"]),
        files=tuple(words["files"]),
    )
