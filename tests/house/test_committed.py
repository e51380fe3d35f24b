"""What is committed can be read by anybody and built anywhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.house.tree import HOUSE, files, named

SEEN = {".png", ".ico", ".woff2", ".jpg", ".heic", ".pdf", ".opus", ".ttf", ".otf"}
TEXTS = [path for path in files() if path.suffix not in SEEN and path != Path(__file__)]
BUILT = {".mo", ".pot", ".pyc", ".sqlite", ".log", ".eml", ".map"}
FOREIGN = {
    "registry address": re.compile(r"pypi\.org|pythonhosted\.org|registry\.npm|//cdn\.|jsdelivr|unpkg\.com"),
    "machine path": re.compile(r"(?<![\w.])/(work|root|home/[a-z]+|opt|mnt)/"),
    "unfinished": re.compile(r"\b(TODO|FIXME|XXX|WIP|HACK)\b"),
}
IDLE = re.compile(r"\bsleep\(|wait_for_timeout\(|mark\.skip|mark\.xfail|pytest\.skip\(|importorskip")
LOCKED = re.compile(r"#|[a-z0-9-]+(\[.*\])?==\S+( ; .+)? \\$|    --hash=sha256:[0-9a-f]{64}( \\)?$")


@pytest.mark.parametrize("found", FOREIGN.values(), ids=FOREIGN.keys())
def test_nothing_ties_the_house_to_one_place_or_day(found: re.Pattern[str]) -> None:
    lines = [
        f"{named(path)}:{n}: {line.strip()[:80]}"
        for path in TEXTS
        for n, line in enumerate(path.read_text().splitlines(), 1)
        if found.search(line)
    ]
    assert not lines


@pytest.mark.parametrize("path", [p for p in TEXTS if {"tests", "a11y"} & {*p.parts} and p.suffix == ".py"], ids=named)
def test_no_test_idles_or_looks_away(path: Path) -> None:
    assert not IDLE.search(path.read_text()), "poll for what is awaited; a test that may not run proves nothing"


def test_nothing_built_is_committed() -> None:
    assert not [named(path) for path in files() if path.suffix in BUILT]


def test_the_lock_names_versions_and_hashes_only() -> None:
    lines = (HOUSE / "requirements.lock").read_text().splitlines()
    assert not [line for line in lines if not LOCKED.match(line)]
