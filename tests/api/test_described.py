"""The API as programs meet it, on a real server: as its description and the README tell, and nothing else.

`make bench ONLY=api` tries harder.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest

from portal.accounts import secret
from portal.accounts.scope import READ_CASES, WRITE_CASES
from portal.storage.database import Database
from tests.accounts.given import system
from tests.api.trying import answering, handed_in, tried
from tests.serving import Server
from tests.written import example

pytestmark = pytest.mark.long


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A real one, with a folder of its own."""
    with answering(tmp_path) as server:
        yield server


def read(server: Server, path: str) -> Any:
    """What the demo's token reads."""
    headers = {"Authorization": f"Bearer {demo(server)}"}
    with urlopen(Request(f"http://127.0.0.1:{server.port}/api/v1/{path}", headers=headers)) as answer:
        return json.load(answer)


def demo(server: Server) -> str:
    """The token the demo prints."""
    return str(json.loads((server.var / "demo.json").read_text())["kasumigahama"])


def let_in(var: Path) -> Mapping[str, str]:
    """Id and secret of a new system."""
    database, now = Database(f"sqlite:///{var / 'yorisoi.sqlite'}"), datetime.now(UTC)
    with database.writing() as db:
        client = system(db, now, ["welfare"], scopes=[READ_CASES, WRITE_CASES])
        words = secret.issue(db, client, now)
    database.close()
    return {"CLIENT": client.public_id, "SECRET": words}


def test_the_readmes_examples_do_what_they_say(server: Server) -> None:
    number = read(server, f"cases/{handed_in(f'http://127.0.0.1:{server.port}', demo(server))}")["number"]
    given = {"PATH": os.environ["PATH"], "PORTAL": f"http://127.0.0.1:{server.port}", **let_in(server.var)}
    given["PYTHONIOENCODING"] = "utf-8"

    def run(*words: str) -> str:
        return subprocess.run(words, env=given, capture_output=True, text=True, check=True, encoding="utf-8").stdout

    listed = json.loads(run("sh", "-c", example("sh", "PORTAL")))
    assert [case["number"] for case in listed["cases"]] == [number]
    told = run(sys.executable, "-c", example("python", "PORTAL"))
    assert told.splitlines() == [f"{number} 髙橋　花子", f"next time: cases?after={listed['next']}"]
    (case,) = read(server, "cases?status=checking")["cases"]
    assert (case["number"], case["acknowledged_at"] is None) == (number, False)
    assert len(read(server, f"cases/{case['id']}/messages")["messages"]) == 1


def test_whatever_is_sent_the_description_holds(server: Server) -> None:
    told = tried(server, examples=2, seconds=20)
    assert told.code == 0, told.words
    assert told.requests > 300
