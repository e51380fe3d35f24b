"""`speech check`: whether every published sentence is read as was approved, and how many words are read rightly."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

from portal import municipalities, registries
from portal.settings import Settings
from portal.speech.reading import approved, dictionaries, measured
from portal.speech.reading.places import Served
from portal.speech.voices.openjtalk import Openjtalk

Kana = Callable[[str], str]
MOST_WRONG = 0.01
"""The share of the list that may be read wrongly."""


def add(verbs: Any) -> None:
    """The verb's words."""
    check = verbs.add_parser(
        "check",
        help="find what is read otherwise than was approved",
        description="Kana of every published sentence, compared with the kana kept beside it.",
        epilog="example: yorisoi speech check --write, then read the lines it prints",
    )
    check.add_argument("--write", action="store_true", help="keep the kana of now; read every line it prints")
    check.add_argument("--readings", action="store_true", help="measure the list of words, sentences and places")
    check.set_defaults(run=_check)


def _check(settings: Settings, wanted: argparse.Namespace) -> int:
    console = Console(highlight=False, soft_wrap=True)
    path = settings.var / "registries.sqlite"
    with console.status("Making the voice's dictionaries"):
        registries.build(path)
        registries.open(path)
        dictionaries(settings.var, municipalities.load().values())
    return _measured(settings, console) if wanted.readings else _approved(settings, console, write=wanted.write)


def _voice(settings: Settings, towns: Iterable[Served]) -> Kana:
    return Openjtalk(dictionaries(settings.var, towns)).kana


def _approved(settings: Settings, console: Console, *, write: bool) -> int:
    """Every difference, by its file; kept where wanted. The exit code is 1 where there are some that are not kept."""
    towns = municipalities.load().values()
    kana, found, all = _voice(settings, towns), 0, 0
    for file, sentences in approved.published(towns).items():
        now = approved.read(sentences, kana)
        all += sum(map(len, now.values()))
        differences = list(approved.differences(file, now))
        found += len(differences)
        if differences:
            console.print(f"{file}:", markup=False)
        for one in differences:
            console.print(f"  {one.language} {one.seen}\n    {one.approved or '(new)'}", markup=False)
            console.print(f"    {one.read or '(said no more)'}", markup=False)
        if write:
            approved.keep(file, now)
    console.print(f"{all} sentences, {found} {'read anew: read these lines' if write else 'to approve'}")
    return int(found > 0 and not write)


def _measured(settings: Settings, console: Console) -> int:
    """What is read wrongly, then right / all by section and of everything. 1 where too much is wrong."""
    with console.status("Reading"):
        results = list(measured.measured(lambda towns: _voice(settings, towns)))
    wrong = [result for result in results if not result.right]
    if wrong:
        console.print(_table(wrong))
    for section, (right, all) in measured.totals(results).items():
        console.print(f"{section} {right} / {all}")
    console.print(f"{len(results) - len(wrong)} / {len(results)}")
    return int(len(wrong) > MOST_WRONG * len(results))


def _table(wrong: Sequence[measured.Result]) -> Table:
    table = Table("", "seen", "read", "expected")
    for result in wrong:
        table.add_row(result.section, result.seen, result.read, result.expected)
    return table
