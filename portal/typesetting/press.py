"""The process that sets documents, so that the fifty megabytes it takes are nobody else's: `pdf` asks it.

A question is JSON, [template, data]; an answer is `+` and the PDF or `-` and why it cannot be set. It ends by itself
when nobody has asked for a while.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from portal.processes.frames import framed, frames, private
from portal.typesetting.document import compiled
from portal.typesetting.pdf import Unset

PATIENCE = 60.0
"""Seconds without a question; a day's letters come in bursts."""


def answer(question: bytes) -> bytes:
    """The answer's frame."""
    template, data = json.loads(question)
    try:
        return b"+" + compiled(template, data)
    except Unset as unset:
        return b"-" + str(unset).encode()


def main() -> None:
    """Answer until nobody asks any more."""
    out: Any = private(sys.stdout)
    for question in frames(sys.stdin.buffer, PATIENCE):
        out.write(framed(answer(question)))
        out.flush()


if __name__ == "__main__":
    main()
