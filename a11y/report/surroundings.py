"""What an audit is made with: tools, browser, system and the version that is judged."""

from __future__ import annotations

import json
import platform
import re
import subprocess
import tomllib
from collections.abc import Iterable
from importlib.metadata import version
from importlib.resources import files
from typing import Any

from playwright.sync_api import Browser

from tests.serving import HOUSE

AXE = re.compile(r"axe v(\d+\.\d+\.\d+)")
NPM = HOUSE / "a11y" / "package-lock.json"
ENGINES = {
    "ibm": ("IBM Equal Access", "accessibility-checker-engine"),
    "alfa": ("Siteimprove Alfa", "@siteimprove/alfa-rules"),
    "codesniffer": ("HTML_CodeSniffer", "html_codesniffer"),
    "nu": ("Nu Html Checker", "vnu-jar"),
    "html_validate": ("html-validate", "html-validate"),
    "lighthouse": ("Lighthouse", "lighthouse"),
    "voice": ("Guidepup Virtual Screen Reader", "@guidepup/virtual-screen-reader"),
}
"""A second opinion's name here, in the world, and in npm."""


def surroundings(browser: Browser) -> dict[str, Any]:
    """`version`, `tools` and `agents` as audited.Audited wants them."""
    return {"version": judged(), "tools": tools(), "agents": agents(browser)}


def judged() -> str:
    """This house's version, with the commit where there is one; "+" when files differ from it."""
    number = tomllib.loads((HOUSE / "pyproject.toml").read_text())["project"]["version"]
    commit, changed = _git("rev-parse", "--short", "HEAD"), _git("status", "--porcelain", "--untracked-files=no")
    return f"{number} ({commit}{'+' if changed else ''})" if commit else str(number)


def tools() -> dict[str, str]:
    """What the audit itself judges with, and the versions."""
    packed = (files("axe_playwright_python") / "axe.min.js").read_text()
    found = AXE.search(packed)
    return {"axe-core": found[1] if found else "?", "Playwright": version("playwright")}


def engines(names: Iterable[str]) -> dict[str, str]:
    """The other engines of a11y/opinions by the names they have in the world, and their versions."""
    lock = json.loads(NPM.read_text())["packages"]
    return {ENGINES[name][0]: lock[f"node_modules/{ENGINES[name][1]}"]["version"] for name in names}


def agents(browser: Browser) -> list[str]:
    """System and browser, in one line each."""
    return [f"{system()} / Chromium {browser.version}"]


def system() -> str:
    """What this machine runs on."""
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return platform.platform()


def _git(*words: str) -> str:
    told = subprocess.run(["git", *words], cwd=HOUSE, capture_output=True, text=True, check=False)
    return told.stdout.strip() if told.returncode == 0 else ""
