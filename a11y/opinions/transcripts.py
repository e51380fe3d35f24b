"""What the virtual screen reader says on the main way, kept in a11y/transcripts/virtual to be read by people.

`make opinions WRITE=yes` writes it anew. A difference from what is kept is a finding: read it aloud before keeping it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import unified_diff
from pathlib import Path

from a11y.check import Opened, Variant
from a11y.opinions.voice import NOISE, spoken
from a11y.walk import Walk, walked, walks

FOLDER = Path(__file__).parents[1] / "transcripts" / "virtual"
LANGUAGES = ("ja", "en")
MAIN_WAY = "benefit-alone"
AROUND = "around"
"""The file of what stands before and after every page's own words."""
MASKED = (
    (re.compile(r"\b(?:\d+-)?\d{4}-\d{4}-\d{2}\b"), "〈number〉"),
    (re.compile(r"^\d{4}-\d{4}$"), "〈number〉"),
    (re.compile(r"令和\d+年\d+月\d+日（20\d\d年）|\d+ \w+ 20\d\d \(Reiwa \d+\)"), "〈day〉"),
    (re.compile(r"^令和\d+年\d+月\d+日$|^（20\d\d年）$"), "〈day〉"),
    (
        re.compile(r"^担当の課に届けているところです。$|^担当の課に届きました（.+）。$"),
        "〈whether it arrived〉",
    ),
    (
        re.compile(r"^It is on its way to the department\.$|^The department has it \(.+\)\.$"),
        "〈whether it arrived〉",
    ),
    (re.compile(r"\d+(?=歳)|(?<=aged )\d+|(?<=an age of )\d+"), "〈age〉"),
)
"""What is another one every time."""
Spoken = Mapping[str, str]
"""File, without its ending → what it holds."""


def heard(opened: Opened, language: str) -> Spoken:
    """The whole way in a language: a file for each page with its states one after another.

    What stands around most pages is told once; where it differs, it is told with the page.
    """
    variant = Variant(language)
    page = opened(variant)
    told = [(state, *parts(spoken(page))) for state in walked(page, main_way(), variant)]
    around = Counter(_around(before, after) for _, before, _, after in told).most_common(1)[0][0]
    files = {AROUND: around}
    for state, before, own, after in told:
        if state.name.endswith(" open"):
            own = before
        elif _around(before, after) != around:
            own = [*before, *own, *after]
        files[state.page] = files.get(state.page, "") + written(state.name, own)
    return files


def _around(before: list[str], after: list[str]) -> str:
    return written("around every page", [*before, "…", *after])


def main_way() -> Walk:
    """The walk everybody takes."""
    return next(walk for walk in walks() if walk.name == MAIN_WAY)


def parts(said: list[str]) -> tuple[list[str], list[str], list[str]]:
    """What is said before the page's own words, these, and after them."""
    begin, end = said.index("main"), said.index("end of main")
    return said[:begin], said[begin + 1 : end], said[end + 1 :]


def written(name: str, said: list[str]) -> str:
    """A state as it stands in a file."""
    return "\n".join([f"## {name}", *(_masked(item) for item in said if not NOISE.match(item)), "", ""])


def _masked(item: str) -> str:
    for found, mask in MASKED:
        item = found.sub(mask, item)
    return item


def kept(language: str) -> Spoken:
    """What is kept of a language."""
    folder = FOLDER / language
    return {path.relative_to(folder).with_suffix("").as_posix(): path.read_text() for path in folder.rglob("*.txt")}


def differences(before: Spoken, now: Spoken) -> Iterator[tuple[str, str]]:
    """File and how it differs, for every file that does."""
    for name in sorted({*before, *now}):
        lines = unified_diff(before.get(name, "").splitlines(), now.get(name, "").splitlines(), "kept", "heard", n=0)
        if told := [line for line in lines if not line.startswith(("---", "+++", "@@"))]:
            yield name, "; ".join(told)


def keep(language: str, now: Spoken) -> None:
    """Write a language anew."""
    for path in (FOLDER / language).rglob("*.txt"):
        path.unlink()
    for name, text in now.items():
        path = FOLDER / language / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
