"""An envelope: everything one letter needs, so that whoever sends it asks nobody anything."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Enclosure:
    """What travels as a file of its own: its name, media type (RFC 6838) and bytes."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True)
class Paper:
    """What is set as a PDF when the letter leaves, as that takes time: its name, a template of `templates/paper`, and
    the words and figures of it (plain JSON).
    """

    name: str
    template: str
    data: Mapping[str, Any]


EMAIL, WEBHOOK, PUSH = "email", "webhook", "push"
"""The channels by which letters leave."""


@dataclass(frozen=True, kw_only=True)
class Envelope:
    """One letter to one address: by mail, or the URL of a system, told `text` as JSON of the type `subject`,
    or that of a browser's push service, told `text` alone.

    `about` names what it tells of: envelopes about the same thing leave each channel in the order of their ids.
    `html` says the same as `text`, for programs that show it; "" where there is nothing but the text.
    `sender` is who writes, as people know them; "" for whoever the operator has named.
    `department` is whom of the town it is for, where it is for one; a department's slow server holds up nobody else.
    `hands_over` are ids of what the receiver has in full once this is accepted.
    `key` names the file of what it is sealed by (a mail, S/MIME; "" for none) or signed by (a webhook);
    of a push it is the browser's own key.
    `files` are ids of uploaded files; they are read from storage when the letter leaves.
    """

    municipality: str
    id: str
    about: str
    to: str
    subject: str
    text: str
    html: str = ""
    channel: str = EMAIL
    key: str = ""
    sender: str = ""
    department: str = ""
    hands_over: tuple[str, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    papers: tuple[Paper, ...] = ()
    files: tuple[str, ...] = ()

    @property
    def seal(self) -> str:
        """What the sealed box of this envelope is bound to."""
        return seal_of(self.id)

    def packed(self) -> bytes:
        """Ready to be sealed: the words of the letter as JSON on one line, then its enclosures as they are."""
        words = {
            "about": self.about,
            "to": self.to,
            "subject": self.subject,
            "text": self.text,
            "html": self.html,
            "channel": self.channel,
            "key": self.key,
            "sender": self.sender,
            "department": self.department,
            "hands_over": self.hands_over,
            "enclosures": [[one.name, one.media_type, len(one.content)] for one in self.enclosures],
            "papers": [[one.name, one.template, one.data] for one in self.papers],
            "files": self.files,
        }
        head = json.dumps(words, ensure_ascii=False).encode()
        return b"\n".join((head, b"".join(one.content for one in self.enclosures)))


def seal_of(id: str) -> str:
    """What the sealed box of the envelope with this id is bound to."""
    return f"envelope:{id}"


def unpacked(municipality: str, id: str, plain: bytes) -> Envelope:
    """The envelope that was packed. Raises ValueError, KeyError or TypeError for anything else."""
    head, _, rest = plain.partition(b"\n")
    words = json.loads(head)
    return Envelope(
        municipality=municipality,
        id=id,
        about=words["about"],
        to=words["to"],
        subject=words["subject"],
        text=words["text"],
        html=words.get("html", ""),
        channel=words.get("channel", EMAIL),
        key=words.get("key", ""),
        sender=words.get("sender", ""),
        department=words.get("department", ""),
        hands_over=tuple(words.get("hands_over", _handed_over(words["about"]))),
        enclosures=tuple(_enclosed(words["enclosures"], rest)),
        papers=tuple(Paper(*one) for one in words.get("papers", ())),
        files=tuple(words["files"]),
    )


def _handed_over(about: str) -> tuple[str, ...]:
    """What envelopes of earlier versions handed over: the case they were about, whole; other things have a colon."""
    return () if ":" in about else (about,)


def _enclosed(told: Iterable[tuple[str, str, int | str]], rest: bytes) -> Iterator[Enclosure]:
    """The enclosures that lie one behind another; in envelopes of earlier versions each stood among the words."""
    at = 0
    for name, media_type, size in told:
        content = size.encode() if isinstance(size, str) else rest[at : at + size]
        at += 0 if isinstance(size, str) else size
        yield Enclosure(name, media_type, content)
    if at != len(rest):
        raise ValueError("the enclosures are not as long as they should be")
