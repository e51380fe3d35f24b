"""Nobody is sent to "the red one" or "the button below": things are called by their names, for ears as for eyes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import PurePath

from babel.messages.pofile import read_po

from a11y.check import Check, Fault
from portal.language.words import CODES

SENSES = {
    "ja": re.compile(
        r"(?<![一-龯])(?<!年が)[上下左右横](?:の|に|側|から|へ|を|手)|(?:いちばん|一番)[上下左右]|となりの"
        r"|[赤青緑黄黒白](?:い|色|地)|灰色|丸(?:い|を|の|で)|四角|三角|矢印|大きいほう"
    ),
    "en": re.compile(
        r"\b(?:below|above|underneath|beside|leftmost|rightmost|(?:at|on|to) the (?:very )?(?:left|right|top|bottom)"
        r"|(?:red|green|blue|yellow|orange|black|white|grey|round|square) \w+|the (?:circle|square|arrow|triangle))\b",
        re.IGNORECASE,
    ),
}
"""Places, colours and shapes, by the language of the words; of other languages the Japanese is looked at alone."""
VALUE = re.compile(r"\{\w+\}")
"""Something else's words stand there."""
NAMED = re.compile(r"「[^」]+」|“[^”]+”|\{phone\}")
"""The sentence also says what the thing is called; the place only helps to find it."""
ALLOWED: Mapping[str, str] = {
    "白地に 黒い字": "the name of a colour scheme, said by the button that puts it on",
    "黒地に 白い字": "the name of a colour scheme, said by the button that puts it on",
}
"""Japanese sentence → why it may name a colour or a place."""
END = re.compile(r"(?<=[。！？.!?])\s*")


def read(sources: Mapping[str, str]) -> Iterator[str]:
    """Sentences that only eyes can follow, in Japanese and in the languages of SENSES."""
    met: set[str] = set()
    for path, text in sources.items():
        if not path.endswith(".po"):
            continue
        language = PurePath(path).parts[1]
        for message in read_po(StringIO(text)):
            asked = message.id if isinstance(message.id, tuple) else (message.id,)
            said = message.string if isinstance(message.string, tuple) else (message.string,)
            met.update(asked)
            if not asked[0] or asked[0] in ALLOWED:
                continue
            found = [*((it, "ja") for it in asked), *((it, language.partition("-")[0]) for it in said)]
            yield from (f"{path}: {it}" for words, code in found for it in followed_by_eye(words, code))
    if met:
        yield from (f"nobody says “{it}” any more; it needs no excuse" for it in ALLOWED.keys() - met)


def followed_by_eye(words: str, language: str) -> list[str]:
    """The sentences of a text that point at something without naming it."""
    if (pattern := SENSES.get(language)) is None:
        return []
    return [it for it in END.split(words) if pattern.search(VALUE.sub("", it)) and not NAMED.search(it)]


def said(japanese: str, language: str, words: str, name: str = "fault") -> Mapping[str, str]:
    """A catalogue of one sentence."""
    return {f"locales/{language}/LC_MESSAGES/{name}.po": f'msgid "{japanese}"\nmsgstr "{words}"\n'}


CHECK = Check(
    protects=__doc__ or "",
    criteria=("1.3.3", "1.4.1"),
    read=read,
    faults=(
        Fault("a place", sources=said("右のボタンを押してください。", "en", "Press “Next”.")),
        Fault("a colour", sources=said("赤いところを直してください。", "ja-simple", "「名前」を直してください。")),
        Fault("a shape", sources=said("丸を押してください。", "en", "Press “Next”.")),
        Fault(
            "a place in another language", sources=said("「次へ」を押してください。", "en", "Press the button below.")
        ),
        Fault(
            "a colour in another language", sources=said("「次へ」を押してください。", "en", "Press the green button.")
        ),
        Fault(
            "an excuse nobody needs",
            sources={path: it for code in CODES for path, it in said("次へ", code, "次へ", "portal").items()},
        ),
    ),
)
