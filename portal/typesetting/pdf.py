"""A document for paper, set by a process of its own (`press`), which all threads of this one share."""

from __future__ import annotations

import atexit
import json
from collections.abc import Mapping
from contextlib import suppress
from threading import Lock
from typing import Any

from portal.processes.child import Child, Gone

SECONDS = 30.0
"""The longest a document may take: a hundred pages take two."""
_press, _turn = Child("-m", "portal.typesetting.press"), Lock()
atexit.register(_press.end)


class Unset(Exception):
    """This cannot be set; the message is typst's, and may quote the document."""


def pdf(template: str, data: Mapping[str, Any]) -> bytes:
    """A document of `templates/paper` with its words and figures (plain JSON). Raises Unset."""
    question = json.dumps([template, data], ensure_ascii=False).encode()
    with _turn:
        answer = _asked(question)
    if answer[:1] != b"+":
        raise Unset(answer[1:].decode())
    return answer[1:]


def _asked(question: bytes) -> bytes:
    with suppress(Gone):  # it may have ended since, for want of work
        return _press.ask(question, SECONDS)
    try:
        return _press.ask(question, SECONDS)
    except Gone as gone:
        raise Unset(str(gone)) from None
