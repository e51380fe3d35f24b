"""`make audit`: the whole audit, in all workers; ONLY=, PAGES= and VARIANTS= narrow it."""

from __future__ import annotations

import argparse
import json
import os
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from a11y import audit
from a11y.check import Variant, checks
from a11y.sources import sources
from tests.browser.resident import chromium
from tests.serving import HOUSE, Server, serving

FOLDER = HOUSE / "var" / "audit"


def work(address: str, piece: audit.Piece, wanted: audit.Wanted) -> audit.Seen:
    """One piece in a worker, with a browser of its own."""
    with chromium() as browser:
        return audit.done(browser, address, piece, wanted)


def main() -> int:
    """Judge what is wanted; 1 when anything was found."""
    wanted, workers = options()
    begun = time.monotonic()
    all_pieces = audit.pieces(wanted)
    findings = list(audit.read(wanted, sources))
    states = set()
    print(f"{len(all_pieces)} pieces of work for {workers} workers")
    with TemporaryDirectory() as folder, serving(Server(Path(folder))) as server:
        address = f"http://127.0.0.1:{server.port}"
        with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
            under_way = {pool.submit(work, address, piece, wanted): piece for piece in all_pieces}
            for n, future in enumerate(as_completed(under_way), 1):
                piece, seen = under_way[future], future.result()
                findings += seen.findings
                states |= {(state.page, state.name, str(state.variant)) for state in seen.states}
                told = f"{piece.check or 'look'} {piece.name} {piece.variant if not piece.check else ''}"
                minutes = (time.monotonic() - begun) / 60
                print(
                    f"{n:3}/{len(all_pieces)} {minutes:5.1f} min  {told:50} {len(seen.states):4} states,"
                    f" {len(seen.findings)} found",
                    flush=True,
                )
    for finding in sorted(set(findings)):
        print(f"{finding.check}: {finding.page}, {finding.state} [{finding.variant}]: {finding.what}")
    FOLDER.mkdir(parents=True, exist_ok=True)
    told = {
        "states": sorted(states),
        "checks": sorted(checks()),
        "findings": [one._asdict() for one in sorted(set(findings))],
    }
    (FOLDER / "findings.json").write_text(json.dumps(told, ensure_ascii=False, indent=1))
    print(f"{len(states)} states, {len(set(findings))} findings, in {FOLDER.relative_to(HOUSE)}/findings.json")
    return 1 if findings else 0


def options() -> tuple[audit.Wanted, int]:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m a11y", description=__doc__)
    parser.add_argument("--only", default="", help="checks, by name")
    parser.add_argument("--pages", default="", help='patterns of pages: "status,kyufukin/*"')
    parser.add_argument("--variants", default="", help='"ja 100 dark,en 200 print"')
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    wished = [one.split() for one in given.variants.split(",") if one.strip()]
    variants = tuple(Variant(language, int(text.strip("%")), look) for language, text, look in wished)
    only = tuple(name for name in given.only.split(",") if name)
    if unknown := {*only} - {*checks()}:
        parser.error(f"no such check: {', '.join(unknown)}; there are {', '.join(checks())}")
    return audit.Wanted(only, tuple(given.pages.split(",")) if given.pages else ("*",), variants), given.workers
