"""What is to be pressed is called by the words on it, never by its colour, shape or place alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO

from babel.messages.pofile import read_po

from a11y.check import Check, Fault
from a11y.plain.texts import texts

ENGLISH = "locales/en/LC_MESSAGES/"
THING = "丸|わく|四角|三角|矢印|印|マーク|ところ|欄"
PLACE = "右|左|上|下|となり|横"
IN_JAPANESE = re.compile(
    rf"(?:赤|青|黄色|緑|白|黒)い?(?:字|色)?の?(?:ボタン|文字|線|{THING})"
    rf"|(?:{PLACE})(?:の|にある|側の)[^。、「」]*?(?:{THING})"
    rf"|(?:{PLACE}|{THING})を(?:押|お[しす]|選|見)"
)
IN_ENGLISH = re.compile(
    r"\b(?:red|blue|green|yellow|round|square) (?:button|box|circle|text|line|mark)\b"
    r"|\b(?:press|choose|tap|click|select) the (?:circle|square|box|arrow|mark)\b"
    r"|\bon the (?:left|right)\b",
    re.IGNORECASE,
)
NAMED = re.compile("[「“]")
"""Quotation marks: the words that stand on it are told as well (WCAG technique G96)."""


def read(sources: Mapping[str, str]) -> Iterator[str]:
    """Each text that points without a name."""
    for text in texts(sources):
        if (found := IN_JAPANESE.search(text.text)) and not NAMED.search(text.text):
            yield _told(text.path, text.line, text.text, found[0])
    for path, content in sources.items():
        if path.startswith(ENGLISH):
            for message in read_po(BytesIO(content.encode())):
                for said in [message.string] if isinstance(message.string, str) else message.string:
                    if (found := IN_ENGLISH.search(said)) and not NAMED.search(said):
                        yield _told(path, message.lineno or 0, said, found[0])


def _told(path: str, line: int, text: str, found: str) -> str:
    return f"{path}:{line}: {text!r} says {found!r}, but not what stands on it"


SERVICE = "portal/catalogue/services/fault/2026-04-01.yaml"
HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'


def _japanese(name: str, text: str) -> Fault:
    return Fault(name, sources={SERVICE: f'who:\n  - "{text}"\n'})


CHECK = Check(
    protects=__doc__ or "",
    criteria=("1.3.3", "1.4.1"),
    read=read,
    faults=(
        _japanese("a shape", "いちばん下の丸を押してください。"),
        _japanese("a colour", "赤いボタンを押してください。"),
        _japanese("a place", "右を押してください。"),
        Fault(
            "a shape in English",
            sources={f"{ENGLISH}fault.po": f'{HEAD}msgid "だれですか"\nmsgstr "Press the circle at the bottom."\n'},
        ),
    ),
)
