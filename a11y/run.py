"""`make audit`: the whole audit, in all workers, and its report.

ONLY=, PAGES= and VARIANTS= narrow it; URL= has it look at an installation elsewhere; AGAIN=yes goes on where the last
one found something.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from datetime import datetime
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from playwright.sync_api import Browser

from a11y import again, audit, exceptions, installation, webkit
from a11y.check import Variant, checks
from a11y.report.audited import JAPAN, Audited, Fault
from a11y.report.files import write
from a11y.report.gathered import Frame, gathered
from a11y.report.surroundings import surroundings, system
from a11y.sources import sources
from tests.browser.resident import chromium
from tests.serving import HOUSE, Server, serving

FOLDER = HOUSE / "var" / "audit"
FIGURES = HOUSE / "var" / "audit.json"


def work(address: str, piece: audit.Piece, wanted: audit.Wanted) -> audit.Seen:
    """One piece in a worker, with a browser of its own."""
    with chromium() as browser:
        return audit.done(browser, address, piece, wanted)


def main() -> int:
    """Judge what is wanted and write the report; 1 when anything was found or is overdue."""
    given = options()
    began, about = datetime.now(JAPAN), with_a_browser(surroundings)
    try:
        if given.url:
            seen = elsewhere(given, began, about)
        elif given.again:
            seen = once_more(given, began, about)
        else:
            seen = whole_or_narrowed(given, began, about)
    except (installation.NotThere, again.NothingToMend, FileNotFoundError) as why:
        print(why)
        return 1
    return told(seen)


def whole_or_narrowed(given: Given, began: datetime, about: Mapping[str, Any]) -> Audited:
    """This house, all of it or what is wanted."""
    wanted = given.wanted
    whole = wanted == audit.Wanted()
    seen = here(wanted, audit.pieces(wanted), given.workers, second_engine=whole)
    about = {**about, "agents": [*about["agents"], f"{system()} / {webkit.version()}"]} if whole else about
    return put_together(Frame(began, datetime.now(JAPAN), about, whole=whole), wanted, seen)


def once_more(given: Given, began: datetime, about: Mapping[str, Any]) -> Audited:
    """What was found amiss in the last audit, after it was mended, and pages that were changed since."""
    before = Audited.model_validate_json((FOLDER / "findings.json").read_bytes())
    wanted, pieces = audit.Wanted(), again.amiss(before, () if given.wanted.pages == ("*",) else given.wanted.pages)
    seen = here(wanted, pieces, given.workers)
    now = put_together(Frame(began, datetime.now(JAPAN), about), wanted, seen)
    return again.mended(before, now, pieces)


def put_together(frame: Frame, wanted: audit.Wanted, seen: audit.Seen) -> Audited:
    """What was seen, with the faults put in on purpose."""
    audited = gathered(frame, wanted, seen.states, seen.findings)
    return audited.model_copy(update={"faults": tuple(Fault(**one._asdict()) for one in sorted(seen.faults))})


def here(
    wanted: audit.Wanted, all_pieces: list[audit.Piece], workers: int, *, second_engine: bool = False
) -> audit.Seen:
    """This house, on a server of its own with the fictional towns."""
    begun = time.monotonic()
    total = audit.Seen(findings=[*audit.read(wanted, sources)])
    print(f"{len(all_pieces)} pieces of work for {workers} workers; the whole takes about half an hour with two")
    with TemporaryDirectory() as folder, serving(Server(Path(folder))) as server:
        address = server.address
        with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
            under_way = {pool.submit(work, address, piece, wanted): piece for piece in all_pieces}
            if second_engine:
                under_way[pool.submit(webkit.run, address)] = audit.Piece("webkit", "every service")
            for n, future in enumerate(as_completed(under_way), 1):
                seen = future.result()
                total.states += seen.states
                total.findings += seen.findings
                total.faults += seen.faults
                minutes = (time.monotonic() - begun) / 60
                counted = f"{len(seen.states)} states, {len(seen.findings)} found"
                caught = f", {sum(it.caught for it in seen.faults)} of {len(seen.faults)} caught" if seen.faults else ""
                print(
                    f"{n:3}/{len(under_way)} {minutes:5.1f} min  {under_way[future]!s:50} {counted}{caught}",
                    *(f"      {it.check}: {it.page}, {it.state} [{it.variant}]: {it.what}" for it in seen.findings),
                    *(f"      MISSED  {it.fault} → {it.check}" for it in seen.faults if not it.caught),
                    sep="\n",
                    flush=True,
                )
    return total


def elsewhere(given: Given, began: datetime, about: Mapping[str, Any]) -> Audited:
    """An installation at an address, as far as it can be seen without sending an application."""
    with chromium() as browser:
        site = installation.found(browser, given.url, given.towns, given.walk)
        print(f"{site.address}: {', '.join(site.towns)}")
        seen = installation.seen(browser, site, given.wanted)
    narrowed = bool(given.wanted.checks) or given.wanted.pages != ("*",)
    frame = Frame(began, datetime.now(JAPAN), about, site.address, not narrowed)
    audited = gathered(frame, given.wanted, seen.states, seen.findings)
    return audited.model_copy(update={"reminders": (*audited.reminders, *site.reminders)})


def told(seen: Audited) -> int:
    """Say what was found and write it; what is overdue fails too."""
    for one in seen.findings:
        print(f"{one.check}: {one.place}: {one.what}")
    for words in seen.reminders:
        print(words)
    for fault in seen.faults:
        print(f"{'caught' if fault.caught else 'MISSED'}  {fault.fault} → {fault.check}")
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "findings.json").write_text(seen.model_dump_json(indent=1))
    if seen.whole and not seen.address:
        FIGURES.write_text(json.dumps(figures(seen), indent=1))
    report = write(seen, FOLDER)[0]
    print(f"{len(seen.states)} states, {len(seen.findings)} findings: {report.relative_to(HOUSE)}")
    overdue = [*exceptions.overdue(seen.ended.astimezone(JAPAN).date())]
    return 1 if seen.findings or overdue or not all(fault.caught for fault in seen.faults) else 0


def figures(seen: Audited) -> dict[str, int]:
    """The audit in numbers."""
    return {
        "pages": len(seen.pages),
        "states": len({(page, state) for page, state, _ in seen.states}),
        "variants": len({variant for _, _, variant in seen.states}),
        "judged": len(seen.states),
        "checks": len(seen.ran),
        "violations": sum(not one.undecided for one in seen.findings),
        "unreviewed": sum(one.undecided for one in seen.findings),
        "excused": len(seen.excused),
        "faults_seeded": len(seen.faults),
        "faults_caught": sum(fault.caught for fault in seen.faults),
    }


def with_a_browser(ask: Callable[[Browser], Mapping[str, Any]]) -> Mapping[str, Any]:
    """What a browser is asked once."""
    with chromium() as browser:
        return ask(browser)


class Given(NamedTuple):
    """What the command line asks for; with `url` an installation elsewhere."""

    wanted: audit.Wanted
    workers: int
    url: str = ""
    towns: tuple[str, ...] = ()
    walk: bool = False
    again: bool = False


def options() -> Given:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m a11y", description=__doc__)
    parser.add_argument("--only", default="", help="checks, by name")
    parser.add_argument("--pages", default="", help='patterns of pages: "status,kyufukin/*"')
    parser.add_argument("--variants", default="", help='"ja 100 dark,en+ja 200 print"')
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--url", default="", help="an installation to visit instead of starting one")
    parser.add_argument("--towns", default="", help="with --url: which towns, by the names in their addresses")
    parser.add_argument(
        "--walk",
        action="store_true",
        help="with --url: answer the questions with fictional data up to the review; nothing is sent, but drafts stay",
    )
    parser.add_argument(
        "--again", action="store_true", help="judge again where the last whole audit found something, and --pages"
    )
    given = parser.parse_args()
    variants = tuple(Variant.read(one) for one in given.variants.split(",") if one.strip())
    only = tuple(name for name in given.only.split(",") if name)
    if unknown := {*only} - {*checks()}:
        parser.error(f"no such check: {', '.join(unknown)}; there are {', '.join(checks())}")
    wanted = audit.Wanted(only, tuple(given.pages.split(",")) if given.pages else ("*",), variants)
    towns = tuple(name for name in given.towns.split(",") if name)
    return Given(wanted, given.workers, given.url, towns, given.walk, given.again)
