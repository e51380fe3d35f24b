"""Lighthouse gives the first pages full marks on a phone: performance, accessibility, best practices.

How quick a page is on a slow line (150 ms, 1.6 Mbit/s, CPU ÷ 4) it works out from one quick loading, which a busy
machine makes longer: so it comes when all other engines are done, alone. A page with faults must not get full marks.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

from a11y.opinions.opinion import INSTALLED
from a11y.opinions.panel import Finding, Heard
from tests.browser.resident import executable

NAME = "lighthouse"
PAGES = {"home": "/ja/kasumigahama/", "kyufukin/start": "/ja/kasumigahama/kyufukin/"}
MARKS = ("performance", "accessibility", "best-practices")
FULL = 1
PATIENCE = 180
COMMAND = (
    *("node", str(INSTALLED / "lighthouse" / "cli" / "index.js"), "--quiet", "--output=json"),
    *(f"--only-categories={','.join(MARKS)}", "--chrome-flags=--headless --no-sandbox --disable-gpu"),
    "--no-enable-error-reporting",
)
FAULTY = b"<!doctype html><img src=/gone><p>?</p><script>while (performance.now() < 4000);</script>"
"""Slow, without a language, a title and words for its picture, which is not there either."""


def heard(address: str) -> Heard:
    """What costs a mark on each page, and whether a page with faults loses some of each kind.

    Where it does not run, that is a finding: what the other engines said is not lost.
    """
    told = Heard(states=len(PAGES))
    try:
        _judge(told, address)
    except (OSError, RuntimeError, ValueError, subprocess.TimeoutExpired) as stopped:
        told.findings.append(Finding(NAME, "", "", "", f"came to a stop: {stopped}"))
    return told


def _judge(told: Heard, address: str) -> None:
    for page, path in PAGES.items():
        found = lost(report(address + path))
        told.findings += [Finding(NAME, page, "as it opens", "mobile", it) for it in found]
    with _faulty() as wrong:
        marks = report(wrong).get("categories", {})
    for mark in MARKS:
        if marks.get(mark, {}).get("score", FULL) == FULL:
            told.findings.append(Finding(NAME, "faulty", "", "", f"does not find the fault: {mark}"))
        else:
            told.caught += 1


def lost(report: Mapping[str, Any]) -> Iterator[str]:
    """Each kind of mark that is not full, or that is missing, with what it lost by."""
    for mark in MARKS:
        category = report.get("categories", {}).get(mark, {})
        score = category.get("score")
        if score == FULL:
            continue
        weighty = [it["id"] for it in category.get("auditRefs", ()) if it["weight"]]
        audits = {id: report["audits"][id] for id in weighty}
        amiss = [f"{it['title']} ({id})" for id, it in audits.items() if it["score"] not in {None, FULL}]
        marks = "none" if score is None else f"{score * 100:.0f} of 100"
        why = report.get("runtimeError", {}).get("message", "; ".join(amiss))
        yield f"{mark}: {marks}: {why}"


def report(url: str) -> dict[str, Any]:
    """Lighthouse's whole report of a page; of one it cannot judge, why. Raises RuntimeError when it does not run."""
    with TemporaryDirectory() as folder:
        environment = os.environ | {"CHROME_PATH": executable() or "", "TMPDIR": folder}
        done = subprocess.run([*COMMAND, url], env=environment, capture_output=True, timeout=PATIENCE)
    if not done.stdout:
        raise RuntimeError(done.stderr.decode()[-500:])
    told: dict[str, Any] = json.loads(done.stdout)
    return told


class _Faulty(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        there = self.path == "/"
        self.send_response(200 if there else 404)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(FAULTY if there else b"")

    def log_message(self, *_: Any) -> None:
        """Nothing: the faults are put in on purpose."""


@contextmanager
def _faulty() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), _Faulty)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
