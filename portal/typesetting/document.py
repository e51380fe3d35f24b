"""A document for paper as PDF/UA-1, which typst refuses to make when it could not be read aloud.

Letters are our own (SIL Open Font License 1.1, fonts/OFL.txt), so that paper looks the same from every machine: BIZ
UDGothic for Japanese, Noto Sans for the rest. Of Noto Sans CJK there are the signs of daily use (GB 2312, the first
level of Big 5, KS X 1001) and those of our sentences. A sign they lack is taken from the machine's own fonts, and one
that no font has becomes 〓, as printers do.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from itertools import filterfalse
from pathlib import Path
from typing import Any

import typst

from portal.templating import TEMPLATES
from portal.typesetting.pdf import Unset

PAPER = TEMPLATES / "paper"
FONTS = Path(__file__).with_name("fonts")
NO_SIGN = "〓"
MOST = 8
"""How many kinds of signs without a letter are looked for; a name has one or two."""
LACKING = re.compile(r'the text `?"(.+?)"`? could not be displayed', re.DOTALL)
NUMBERED = re.compile(r"\\u\{([0-9a-f]+)\}")
"""How typst names a sign it cannot print."""


def compiled(template: str, data: Mapping[str, Any]) -> bytes:
    """A document of `templates/paper` with its words and figures (plain JSON). Raises Unset."""
    words = json.dumps(data, ensure_ascii=False)
    for attempt in range(MOST):
        try:
            return _set(template, words, ours_alone=attempt == 0)
        except typst.TypstError as error:
            lacking = LACKING.search(str(error))
            if not lacking:
                raise Unset(str(error)) from None
            if attempt:  # no font of this machine has it
                for sign in filterfalse(str.isascii, NUMBERED.sub(_sign, lacking[1])):
                    words = words.replace(sign, NO_SIGN)
    raise Unset("too many signs without a letter")


def _sign(found: re.Match[str]) -> str:
    return chr(int(found[1], 16))


def _set(template: str, words: str, *, ours_alone: bool) -> bytes:
    return typst.compile(
        str(PAPER / f"{template}.typ"),
        root=str(PAPER),
        font_paths=[str(FONTS)],
        ignore_system_fonts=ours_alone,
        format="pdf",
        pdf_standards="ua-1",
        sys_inputs={"data": words},
    )
