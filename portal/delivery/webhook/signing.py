"""What a webhook is signed by: secrets in files, two of them while one takes the other's place."""

from __future__ import annotations

import os
from base64 import b64decode, b64encode
from binascii import Error
from datetime import datetime
from pathlib import Path

from standardwebhooks import Webhook

PREFIX = "whsec_"
SHORTEST, LONGEST, DRAWN = 24, 64, 32
"""Bytes of a secret: least, most (Standard Webhooks, "Signature scheme"), and what is drawn here."""
MOST = 2
"""Secrets in use at a time: the new one and the one it takes the place of."""


class NoSecret(Exception):
    """There is nothing to sign by; the text is a code: "secret missing" or "secret unreadable"."""


def secrets(folder: Path, name: str) -> list[str]:
    """The secrets of a file, one a line, the newest first. Raises NoSecret."""
    try:
        lines = (folder / name).read_text(encoding="ascii").split()
    except FileNotFoundError:
        raise NoSecret("secret missing") from None
    except (OSError, UnicodeDecodeError):
        raise NoSecret("secret unreadable") from None
    if not 1 <= len(lines) <= MOST or not all(map(_sound, lines)):
        raise NoSecret("secret unreadable")
    return lines


def headers(id: str, at: datetime, body: str, secrets: list[str]) -> dict[str, str]:
    """The three headers of Standard Webhooks. `id` is the envelope's, the same however often it is tried; `at` is the
    moment of this try, in UTC.
    """
    return {
        "webhook-id": id,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": " ".join(Webhook(secret).sign(id, at, body) for secret in secrets),
    }


def draw(folder: Path, name: str) -> str:
    """Put a new secret before the one there is, if there is one; the new one. An older third is forgotten."""
    try:
        before = secrets(folder, name)
    except NoSecret:
        before = []
    drawn = PREFIX + b64encode(os.urandom(DRAWN)).decode()
    _write(folder, name, [drawn, *before][:MOST])
    return drawn


def retire(folder: Path, name: str) -> bool:
    """Forget all but the newest secret; whether there was another. Raises NoSecret."""
    held = secrets(folder, name)
    if len(held) == 1:
        return False
    _write(folder, name, held[:1])
    return True


def _write(folder: Path, name: str, lines: list[str]) -> None:
    """Whole or not at all, for its owner alone."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = folder / f".{name}.draft"
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write("".join(f"{line}\n" for line in lines))
        file.flush()
        os.fsync(file.fileno())
    draft.replace(folder / name)


def _sound(line: str) -> bool:
    try:
        return line.startswith(PREFIX) and SHORTEST <= len(b64decode(line[len(PREFIX) :], validate=True)) <= LONGEST
    except (Error, ValueError):
        return False
