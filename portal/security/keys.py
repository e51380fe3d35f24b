"""The installation's secrets, kept apart from the database: one key per town, and the pepper."""

from __future__ import annotations

import hmac
import json
import os
from functools import lru_cache
from pathlib import Path

from portal.security.sealing import Sealer

KEY = 32


def derived(secret: bytes, purpose: str) -> bytes:
    """A 32-byte key for one purpose, by HKDF-SHA256 (RFC 5869)."""
    # Written out for one block of 32 bytes: every question derives its draft's key, and this is ten times quicker.
    extracted = hmac.digest(bytes(KEY), secret, "sha256")
    return hmac.digest(extracted, purpose.encode() + b"\x01", "sha256")


class Keys:
    """Generations of the master secret and the pepper.

    Every town's key is derived from each master; new boxes use the newest generation,
    old boxes stay readable until they are sealed anew.
    """

    def __init__(self, masters: dict[int, bytes], pepper: bytes) -> None:
        self._masters = masters
        self.pepper = pepper
        self.town = lru_cache(maxsize=4096)(self._town)
        self.index = lru_cache(maxsize=4096)(self._index)

    def _town(self, municipality: str) -> Sealer:
        """The sealer of one town."""
        return Sealer({n: derived(master, f"town:{municipality}") for n, master in self._masters.items()})

    def _index(self, municipality: str) -> bytes:
        """The key of one town's blind indexes; it outlives generations, or nothing would be found again."""
        return derived(self.pepper, f"index:{municipality}")

    def seeds(self, purpose: str) -> tuple[bytes, ...]:
        """A 32-byte secret for one purpose from each generation, the newest first."""
        return tuple(derived(self._masters[n], purpose) for n in sorted(self._masters, reverse=True))

    @classmethod
    def load(cls, folder: Path) -> Keys:
        """The keys kept in `folder`/keys.json, made at first start and readable by the owner alone."""
        path = folder / "keys.json"
        if not path.exists():
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            cls._make(path)
        kept = json.loads(path.read_text())
        masters = {int(generation): bytes.fromhex(secret) for generation, secret in kept["masters"].items()}
        return cls(masters, bytes.fromhex(kept["pepper"]))

    @staticmethod
    def _make(path: Path) -> None:
        kept = {"masters": {"1": os.urandom(KEY).hex()}, "pepper": os.urandom(KEY).hex()}
        draft = path.with_suffix(f".{os.getpid()}")
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            json.dump(kept, file)
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)  # the first process to get here wins, the others read its keys
        except FileExistsError:
            pass
        finally:
            draft.unlink()
