"""The report for people, in Japanese, in one file that needs nothing else."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from a11y.check import checks
from a11y.report.audited import JAPAN, Audited, Finding
from a11y.report.outcome import Outcome, degree

FOLDER = Path(__file__).parent
EXAMPLES = 5
"""Places named for one finding; the rest are counted, and all stand in report.json."""
RESULTS = {
    "failed": ("不適合", "基準に合っていません。"),
    "open": ("人手で要確認", "機械では決められません。人が確かめるまで、開いたままです。"),
    "untested": ("未試験", "この検査では試験していません。"),
    "passed": ("適合", "機械の試験だけで決められる基準か、人が確かめた基準です。"),
    "inapplicable": ("非適用", "基準が求めるものが、ページにありません。"),
}
DEGREES = {
    "considered": "適合レベルAAに配慮(試験中)",
    "partly": "適合レベルAAに一部準拠",
    "fully": "適合レベルAAに準拠",
}
KINDS = {"look": "すべての状態を見る", "way": "申し込みを始めから終わりまで行う", "read": "ソースを読む"}
ENVIRONMENT = Environment(
    loader=FileSystemLoader(FOLDER),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@cache
def names() -> dict[str, str]:
    """What each check looks at, in Japanese: checks.yaml."""
    return dict(yaml.safe_load((FOLDER / "checks.yaml").read_text()))


def page(audited: Audited, found: list[Outcome]) -> str:
    """report.html."""
    return ENVIRONMENT.get_template("report.html").render(context(audited, found))


def context(audited: Audited, found: list[Outcome]) -> dict[str, Any]:
    """What the template is told."""
    counted = Counter(one.result for one in found if one.criterion.level != "AAA")
    return {
        "audited": audited,
        "degree": DEGREES[degree(found)],
        "counts": [(*told, counted[result]) for result, told in RESULTS.items() if counted[result]],
        "results": RESULTS,
        "required": [one for one in found if one.criterion.level != "AAA"],
        "beyond": [one for one in found if one.criterion.level == "AAA"],
        "left": [one for one in found if one.result == "open" and one.criterion.judged == "person"],
        "faults_found": grouped(one for one in audited.findings if not one.undecided),
        "heard": grouped(audited.opinions.findings) if audited.opinions else [],
        "undecided": grouped(one for one in audited.findings if one.undecided),
        "checks": [_check(audited, name) for name in audited.ran],
        "not_run": [names().get(name, name) for name in checks() if not audited.ran.get(name)],
        "pages": _pages(audited),
        "moment": moment,
    }


def moment(when: datetime) -> str:
    """A moment as clocks in Japan show it."""
    there = when.astimezone(JAPAN)
    return f"{there.year}年{there.month}月{there.day}日 {there.hour}時{there.minute:02}分"


def grouped(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Findings by check and sentence, each with the places where it was found."""
    by_check: dict[str, dict[str, list[Finding]]] = defaultdict(lambda: defaultdict(list))
    for one in findings:
        by_check[one.check][one.what].append(one)
    return [
        {
            "name": name,
            "title": names().get(name, name),
            "sentences": [
                {
                    "what": what,
                    "criteria": found[0].criteria,
                    "places": [one.place for one in found[:EXAMPLES] if one.place],
                    "more": max(len(found) - EXAMPLES, 0),
                }
                for what, found in said.items()
            ],
        }
        for name, said in by_check.items()
    ]


def _check(audited: Audited, name: str) -> dict[str, Any]:
    check = checks()[name]
    kind = next(kind for kind in KINDS if getattr(check, kind))
    faults = [one.caught for one in audited.faults if one.check == name]
    return {
        "name": name,
        "title": names().get(name, name),
        "kind": KINDS[kind],
        "criteria": check.criteria,
        "ran": audited.ran[name],
        "found": sum(one.check == name for one in audited.findings),
        "caught": sum(faults),
        "faults": len(faults),
    }


def _pages(audited: Audited) -> list[dict[str, Any]]:
    found = Counter(one.page for one in audited.findings)
    states: dict[str, set[str]] = defaultdict(set)
    variants: dict[str, set[str]] = defaultdict(set)
    for page, state, variant in audited.states:
        states[page].add(state)
        variants[page].add(variant)
    return [
        {"page": page, "states": sorted(states[page]), "variants": len(variants[page]), "n": n, "found": found[page]}
        for page, n in audited.pages.items()
    ]
