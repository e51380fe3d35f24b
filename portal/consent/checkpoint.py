"""Checkpoints: the head of a log as everybody can check it.

A checkpoint (C2SP tlog-checkpoint) is a signed note (C2SP signed-note) of three lines: origin, size, root. Keys are
Ed25519 and are told as `name+key id+base64`. Signatures by keys nobody here knows are passed over, so that a log may
change its key and others may sign as witnesses; one by a known key that does not fit spoils the whole note.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64decode, b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from portal.consent.tree import HASH

ED25519 = b"\x01"
"""The signature type of the note."""
MOST = 64
"""Most signatures looked at; at least 16 must be."""
NAME = r"[^\s+\x00-\x1f]+"
BODY = re.compile(rf"({NAME})\n(0|[1-9][0-9]{{0,15}})\n([A-Za-z0-9+/]{{43}}=)\n")
KEY = re.compile(rf"({NAME})\+([0-9a-f]{{8}})\+([A-Za-z0-9+/]{{44}})")
MOMENT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)"
PERIOD = re.compile(rf"# from ({MOMENT})(?: until ({MOMENT}))?")
"""What stands above a key whose times are told; to others it is a line to pass over."""
SIGNATURE = re.compile(rf"\u2014 ({NAME}) ([A-Za-z0-9+/]+={{0,2}})")


class Unreadable(ValueError):
    """This is no checkpoint, or no key."""


class Unsigned(ValueError):
    """No key known here has signed this, or a signature does not fit."""


@dataclass(frozen=True)
class Checkpoint:
    """The head of a log: its name, the number of its leaves, its root (32 bytes)."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        """What is signed."""
        return f"{self.origin}\n{self.size}\n{b64encode(self.root).decode()}\n"


@dataclass(frozen=True)
class Verifier:
    """A public key (32 bytes) under its name; since when and until when it signs (ISO 8601), where that is told."""

    name: str
    key: bytes
    since: str = field(default="", compare=False)
    until: str = field(default="", compare=False)

    @cached_property
    def id(self) -> bytes:
        """The four bytes by which a signature names its key."""
        return hashlib.sha256(self.name.encode() + b"\n" + ED25519 + self.key).digest()[:4]

    @property
    def line(self) -> str:
        """The key as it is told."""
        return f"{self.name}+{self.id.hex()}+{b64encode(ED25519 + self.key).decode()}"

    @property
    def told(self) -> str:
        """Its line below its times."""
        until = f" until {self.until}" if self.until else ""
        return f"# from {self.since}{until}\n{self.line}" if self.since else self.line

    def fits(self, text: str, signature: bytes) -> bool:
        """Whether this key has signed the text."""
        try:
            Ed25519PublicKey.from_public_bytes(self.key).verify(signature, text.encode())
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True)
class Signer:
    """A private key (its 32 bytes of seed) under its name."""

    name: str
    seed: bytes

    @cached_property
    def _key(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)

    @cached_property
    def verifier(self) -> Verifier:
        """The public half."""
        return Verifier(self.name, self._key.public_key().public_bytes_raw())

    def line(self, text: str) -> str:
        """The signature line under a text."""
        return f"\u2014 {self.name} {b64encode(self.verifier.id + self._key.sign(text.encode())).decode()}\n"


def origin(municipality: str) -> str:
    """The name of a town's log, and of its keys; it says the same wherever the portal moves."""
    return f"yorisoi/{municipality}"


def signed(checkpoint: Checkpoint, signers: Iterable[Signer]) -> str:
    """The note: the checkpoint under every signer's signature."""
    text = checkpoint.text
    return f"{text}\n{''.join(signer.line(text) for signer in signers)}"


def read(note: str) -> Checkpoint:
    """What a note says, signed by whomever. Raises Unreadable."""
    return _parts(note)[0]


def opened(note: str, verifiers: Sequence[Verifier]) -> Checkpoint:
    """What a note says, if one of these keys has signed it. Raises Unreadable or Unsigned."""
    return signed_by(note, verifiers)[0]


def signed_by(note: str, verifiers: Sequence[Verifier]) -> tuple[Checkpoint, Sequence[Verifier]]:
    """What a note says, and which of these keys have signed it. Raises Unreadable, or Unsigned when none has."""
    checkpoint, signatures = _parts(note)
    known = {(verifier.name, verifier.id): verifier for verifier in verifiers}
    ours = [(known[key], signature) for key, signature in signatures if key in known]
    if not ours or not all(verifier.fits(checkpoint.text, signature) for verifier, signature in ours):
        raise Unsigned
    return checkpoint, [verifier for verifier, _ in ours]


def keys(text: str) -> list[Verifier]:
    """The public keys of a file, one a line, each with the times that stand right above it.

    Empty lines and others after # are passed over. Raises Unreadable.
    """
    found, period = list[Verifier](), None
    for line in (line.strip() for line in text.splitlines()):
        if line and not line.startswith("#"):
            since, until = period.groups("") if period else ("", "")
            found.append(replace(_key(line), since=since, until=until))
        period = PERIOD.fullmatch(line)
    return found


def _key(line: str) -> Verifier:
    found = KEY.fullmatch(line)
    kind_and_key = b64decode(found[3]) if found else b""
    if not found or kind_and_key[:1] != ED25519 or len(kind_and_key) != HASH + 1:
        raise Unreadable
    verifier = Verifier(found[1], kind_and_key[1:])
    if verifier.id.hex() != found[2]:
        raise Unreadable
    return verifier


def _parts(note: str) -> tuple[Checkpoint, list[tuple[tuple[str, bytes], bytes]]]:
    text, _, rest = note.partition("\n\n")
    body, lines = BODY.fullmatch(f"{text}\n"), rest.split("\n")
    found = [SIGNATURE.fullmatch(line) for line in lines[:-1]]
    if not body or lines[-1] or not 0 < len(found) <= MOST:
        raise Unreadable
    signatures = []
    for line in found:
        box = _bytes(line[2]) if line else b""
        if line is None or len(box) < 5:
            raise Unreadable
        signatures.append(((line[1], box[:4]), box[4:]))
    return Checkpoint(body[1], int(body[2]), _bytes(body[3])), signatures


def _bytes(text: str) -> bytes:
    """Base64 written in its one right way: no other text stands for the same bytes. Raises Unreadable."""
    try:
        plain = b64decode(text, validate=True)
    except ValueError:
        raise Unreadable from None
    if b64encode(plain).decode() != text:
        raise Unreadable
    return plain
