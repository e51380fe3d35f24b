"""schemathesis against a real server, from the description it serves: with ids it makes up, then with real ones."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.request import Request, urlopen

from portal.security.tokens import new_id
from tests.journeys.benefit import TYPED
from tests.serving import Server

CONFIG = Path(__file__).with_name("schemathesis.toml")
GENTLE = 10
"""Up to so many examples few enough wrong tokens are shown."""
PAPER = {
    "answers": {key: dict(typed) for key, typed in TYPED.items()},
    "consent": {"statements": ["act", "truthful", "check", "once"], "signed_on": "2026-01-20"},
}


class Tried(NamedTuple):
    """The exit code, and what there is to read."""

    code: int
    words: str

    @property
    def requests(self) -> int:
        """How many requests were sent."""
        return sum(int(number) for number in re.findall(r"(\d+) generated", self.words))


@contextmanager
def answering(var: Path) -> Iterator[Server]:
    """A fresh server that does not mind how much is asked."""
    server = Server(var, environment={"YORISOI_API_RATE": "1000000000"}).start()
    try:
        yield server
    finally:
        server.stop()


def tried(server: Server, examples: int, seconds: int) -> Tried:
    """Every operation, so many examples each and so many seconds of further thought."""
    address, var = f"http://127.0.0.1:{server.port}", server.var
    token = json.loads((var / "demo.json").read_text())["kasumigahama"]
    known = {"id": handed_in(address, token), "town": "kasumigahama", "service": "kyufukin"}
    told = [_run(var, address, token, (examples, seconds), parameters) for parameters in ({}, known)]
    return Tried(max(code for code, _ in told), "\n".join(words for _, words in told))


def handed_in(address: str, token: str) -> str:
    """The id of a new case."""
    headers = {
        "Authorization": f"Bearer {token}",
        "Idempotency-Key": f'"{new_id()}"',
        "Content-Type": "application/json",
    }
    there = f"{address}/api/v1/services/kyufukin/submissions"
    with urlopen(Request(there, json.dumps(PAPER).encode(), headers)) as answer:
        return str(json.load(answer)["id"])


def _run(var: Path, address: str, token: str, hard: tuple[int, int], parameters: Mapping[str, Any]) -> Tried:
    config = var / "schemathesis.toml"
    known = "".join(f'"path.{name}" = "{value}"\n' for name, value in parameters.items())
    examples, seconds = hard
    written = CONFIG.read_text(encoding="utf-8")
    if examples > GENTLE:
        # Whoever shows wrong tokens again and again is told to wait (429); this check knows 401 and 403 alone.
        written += "ignored_auth.enabled = false\n"
    config.write_text(f"{written}\n[parameters]\n{known}", encoding="utf-8")
    words = [sys.executable, "-m", "schemathesis.cli", "--config-file", str(config), "run"]
    words += [f"{address}/api/v1/openapi.json", "--header", f"Authorization: Bearer {token}", "--no-color"]
    words += ["--max-examples", str(examples), "--max-time", str(seconds), "--no-shrink", "--continue-on-failure"]
    done = subprocess.run(words, cwd=var, capture_output=True, text=True, check=False)
    return Tried(done.returncode, done.stdout + done.stderr)
