"""The W3C's own checker takes every page, as served and as it stands in the browser, for valid HTML."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from urllib.request import Request, urlopen

from playwright.sync_api import Page

from a11y.check import Check, Fault, State
from a11y.opinions.opinion import DOUBTS, FAILS, INSTALLED, Opinion, counted, opinion
from a11y.opinions.served import documents
from tests.serving import free_port, listening
from tests.waiting import until

JAR = INSTALLED / "vnu-jar" / "build" / "dist" / "vnu.jar"
JAVA = ("-Xmx256m", "-Dnu.validator.servlet.bind-address=127.0.0.1", "-cp", str(JAR), "nu.validator.servlet.Main")
PATIENCE = 120
"""Seconds; it reads all its schemas before it listens."""
QUOTED = re.compile("“[^”]*”")
ADDRESS = "A11Y_NU_CHECKER"
"""Where it listens, for the processes that ask."""


@contextmanager
def serving(engines: Collection[str]) -> Iterator[None]:
    """One checker for this process and those it starts, if wanted. It asks nobody on the network."""
    if "nu" not in engines:
        yield
        return
    port = free_port()
    process = subprocess.Popen(["java", *JAVA, str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.environ[ADDRESS] = f"http://127.0.0.1:{port}/?out=json&showsource=no"
    try:
        until(lambda: listening(port) or process.poll() is not None, PATIENCE, "the Nu checker")
        yield
    finally:
        process.kill()


def hear(page: Page, state: State) -> Iterator[Opinion]:
    """Errors; its warnings are doubts. It has no names for rules: the message is, with what is quoted left out."""
    for _, html in documents(page, state):
        asking = Request(os.environ[ADDRESS], html.encode(), {"content-type": "text/html; charset=utf-8"})
        with urlopen(asking, timeout=PATIENCE) as told:
            for it in json.load(told)["messages"]:
                level = DOUBTS if it["type"] == "info" else FAILS
                yield opinion("nu", level, QUOTED.sub("“…”", it["message"]), it["message"], it.get("extract", ""))


CHECK = Check(
    protects=__doc__ or "",
    criteria=(),
    look=counted(hear),
    faults=(
        Fault("a date machines cannot read", "document.querySelector('main').innerHTML += '<time>きのう</time>'"),
        Fault("a button for a form that is not there", "document.querySelector('main .go').setAttribute('form', 'x')"),
        Fault("an attribute nobody knows", "document.querySelector('main').setAttribute('colour', 'red')"),
    ),
)
