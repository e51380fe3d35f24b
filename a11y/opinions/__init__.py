"""Second opinions: other engines judge the same pages, so that no single one's blind spot is ours.

| file             | engine                                  | licence    | alive in November 2026        |
|------------------|-----------------------------------------|------------|-------------------------------|
| ibm.py           | IBM Equal Access 4.0.34                 | Apache-2.0 | released every few weeks      |
| alfa.py          | Siteimprove Alfa 0.114, the ACT rules   | MIT        | released every few weeks      |
| codesniffer.py   | HTML_CodeSniffer 2.5.1, WCAG 2.1 AAA    | BSD-3      | quiet since 2021, still right |
| nu.py            | the W3C's Nu checker 26.9.27 (Java)     | MIT        | released every week           |
| html_validate.py | html-validate 11.18                     | MIT        | released every month          |
| voice.py         | Guidepup's virtual screen reader 0.33.0 | MIT        | released every few weeks      |
| lighthouse.py    | Google's Lighthouse 12.8, for Node 18   | Apache-2.0 | its successor every few weeks |

`make opinions`, a part of `make audit`, installs them by a11y/package-lock.json without running anybody's install
script; the portal never needs them. Each file has CHECK, as in a11y/checks; Lighthouse judges whole visits, alone. An
opinion counts unless triage.yaml answers it; what is answered is counted, and an answer that nobody asks for any more
is a finding. May import all of a11y, and is imported by nothing there.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from a11y.check import Check

NAMES = ("ibm", "alfa", "codesniffer", "nu", "html_validate", "voice")


@cache
def opinions() -> Mapping[str, Check]:
    """Every engine by its name."""
    return {name: import_module(f"a11y.opinions.{name}").CHECK for name in NAMES}
