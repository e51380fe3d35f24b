"""With the network cut everything still speaks: the voices' processes may open no socket, and have none."""

from __future__ import annotations

import json
from collections.abc import Iterator

import psutil
import pytest

from portal.processes.child import Child
from portal.settings import Settings
from portal.speech.voices.chosen import Voices

CUT_OFF = """
import runpy, sys
def refuse(event, _):
    if event.startswith("socket."):
        raise PermissionError(event)
sys.addaudithook(refuse)
runpy.run_module("portal.speech.processes.worker", run_name="__main__")
"""


@pytest.fixture(scope="module")
def worker() -> Iterator[Child]:
    """A speaking process that may not open a socket."""
    one = Child("-c", CUT_OFF, Voices.of_settings(Settings()).tell())
    yield one
    one.end()


@pytest.mark.parametrize(
    ("language", "heard"),
    [
        ("ja", "山田太郎さんのお名前です。"),
        ("ja-simple", "はい、そうです。"),
        ("en", "Please write your name."),
    ],
)
@pytest.mark.parametrize("do", ["mp3", "opus", "words", "whole"])
def test_speaks_without_a_network(worker: Child, do: str, language: str, heard: str) -> None:
    question = {"do": do, "language": language, "heard": heard}
    assert worker.ask(json.dumps(question).encode(), 30)[:1] == b"+"
    process = psutil.Process(worker.pid)
    for one in (process, *process.children(recursive=True)):
        assert one.net_connections() == []
