"""`make opinions`: what other engines and a virtual screen reader say; part of `make audit`."""

from __future__ import annotations

import argparse
import json
import os
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from a11y.opinions import NAMES, lighthouse, nu, panel, triage
from a11y.opinions.opinion import BUILT
from a11y.report.surroundings import judged
from tests.browser.resident import chromium
from tests.serving import HOUSE, Server, serving

ENGINES = (*NAMES, lighthouse.NAME)
TOLD = HOUSE / "var" / "audit" / "opinions.json"


def work(address: str, piece: panel.Piece, wanted: panel.Wanted) -> panel.Heard:
    """One piece in a worker, with a browser of its own."""
    with chromium() as browser:
        return panel.done(browser, address, piece, wanted)


def main() -> int:
    """Let the wanted engines judge; 1 when anything is unanswered."""
    wanted, workers = options()
    if not BUILT.is_dir():
        print("The engines are not installed; please run: make engines")
        return 1
    heard, begun = panel.Heard(), time.monotonic()
    with TemporaryDirectory() as folder, serving(Server(Path(folder))) as server, nu.serving(wanted.engines):
        panelled = replace(wanted, engines=tuple(name for name in wanted.engines if name in NAMES))
        address, all_pieces = server.address, panel.pieces(panelled)
        with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
            under_way = {pool.submit(work, address, piece, panelled): piece for piece in all_pieces}
            for n, future in enumerate(as_completed(under_way), 1):
                told = future.result()
                heard.add(told)
                minutes = (time.monotonic() - begun) / 60
                counted = f"{told.states} states, {len(told.findings)} found"
                print(f"{n:2}/{len(all_pieces)} {minutes:4.1f} min  {under_way[future]!s:40} {counted}")
                print(*(f"      {told_in_line(one)}\n" for one in told.findings), sep="", end="", flush=True)
        if lighthouse.NAME in wanted.engines:
            heard.add(lighthouse.heard(address))
    if wanted.pages == ("*",):
        idle = triage.idle(heard.answered, wanted.engines)
        heard.findings += [panel.Finding("triage", "", "", "", words) for words in idle]
    return told_of(heard, wanted)


def told_of(heard: panel.Heard, wanted: panel.Wanted) -> int:
    """Say it and write it down."""
    findings = sorted(set(heard.findings))
    for one in findings:
        print(told_in_line(one))
    answered = {name: sum(n for (engine, _), n in heard.answered.items() if engine == name) for name in wanted.engines}
    for name in wanted.engines:
        each = heard.seconds.get(name, 0) / heard.states * 1000 if heard.states else 0
        found = sum(one.engine == name for one in findings)
        print(f"{name:14} {found:4} unanswered, {answered[name]:6} answered, {each:4.0f} ms a state")
    TOLD.parent.mkdir(parents=True, exist_ok=True)
    told = {
        "version": judged(),
        "engines": [*wanted.engines],
        "states": heard.states,
        "faults_caught": heard.caught,
        "answered": {f"{engine} {rule}": n for (engine, rule), n in sorted(heard.answered.items())},
        "findings": [one._asdict() for one in findings],
    }
    TOLD.write_text(json.dumps(told, ensure_ascii=False, indent=1))
    print(f"{heard.states} states, {len(findings)} findings, {heard.caught} faults caught: {TOLD.relative_to(HOUSE)}")
    return 1 if findings else 0


def told_in_line(one: panel.Finding) -> str:
    """A finding as it is printed."""
    return f"{one.engine}: {one.page}, {one.state} [{one.variant}]: {one.what}"


def options() -> tuple[panel.Wanted, int]:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m a11y.opinions", description=__doc__)
    parser.add_argument("--only", default="", help=f"engines: {', '.join(ENGINES)}")
    parser.add_argument("--pages", default="", help='patterns of pages: "status,kyufukin/*"')
    parser.add_argument("--write", action="store_true", help="keep what the virtual screen reader says now")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    only = tuple(name for name in given.only.split(",") if name)
    if unknown := {*only} - {*ENGINES}:
        parser.error(f"no such engine: {', '.join(unknown)}; there are {', '.join(ENGINES)}")
    pages = tuple(given.pages.split(",")) if given.pages else ("*",)
    return panel.Wanted(only or (NAMES if given.pages else ENGINES), pages, given.write), given.workers
