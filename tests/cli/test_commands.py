"""The operator's words: each command is known, and a server loads no other's module and nothing it may never need."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys

import pytest

from portal.cli import COMMANDS, parser
from tests.serving import HOUSE

LOADED = 'import json, sys; from portal.cli import parser; parser("serve"); print(json.dumps(sorted(sys.modules)))'
NOT_AT_START = {"rich", "rfc3161_client", "cryptography.x509", "segno", "typst", "alembic", "PIL", "soundfile", "numpy"}
"""What is large and wanted seldom, or in another process."""


@pytest.mark.parametrize("command", ["", "help", *COMMANDS])
def test_a_command_is_where_the_table_says(command: str) -> None:
    choices = {
        name
        for action in parser(command)._actions
        if isinstance(action, argparse._SubParsersAction)
        for name in action.choices
    }
    assert command in choices if command in COMMANDS else choices == {*COMMANDS}


def test_a_server_loads_what_it_needs() -> None:
    words = [sys.executable, "-c", LOADED]
    told = subprocess.run(words, cwd=HOUSE, capture_output=True, text=True, check=True).stdout
    loaded = set(json.loads(told))
    assert "portal.cli.serve" in loaded
    assert not NOT_AT_START & loaded
    assert (
        not {f"portal.cli.{name}" for name in COMMANDS.values()}
        - {"portal.cli.serve", "portal.cli.upkeep"}
        - {
            "portal.cli.delivery"  # the mailbox that letters return to is read beside the pages
        }
        & loaded
    )
