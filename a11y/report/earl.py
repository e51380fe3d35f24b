"""The audit in EARL 1.0 as JSON-LD, so that other tools can read and compare it.

https://www.w3.org/TR/EARL10-Schema/: an assertion has an assertor, a subject, a test and a result; outcomes are
passed, failed, cantTell, inapplicable, untested.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from a11y.check import checks
from a11y.criteria import Criterion
from a11y.report.audited import Audited
from a11y.report.outcome import Outcome

CONTEXT = {
    "@vocab": "http://www.w3.org/ns/earl#",
    "earl": "http://www.w3.org/ns/earl#",
    "dct": "http://purl.org/dc/terms/",
    "doap": "http://usefulinc.com/ns/doap#",
    **{name: {"@type": "@id"} for name in ("assertedBy", "subject", "test", "mode", "outcome")},
    **{name: {"@id": f"dct:{name}"} for name in ("title", "description", "date", "hasVersion")},
    "isPartOf": {"@id": "dct:isPartOf", "@type": "@id"},
    "release": {"@id": "doap:release"},
    "revision": {"@id": "doap:revision"},
}
OUTCOMES = {
    "passed": "earl:passed",
    "failed": "earl:failed",
    "open": "earl:cantTell",
    "inapplicable": "earl:inapplicable",
    "untested": "earl:untested",
}
MODES = {
    "machine": "earl:automatic",
    "person": "earl:semiAuto",
    "inapplicable": "earl:automatic",
    "unmet": "earl:manual",
}
WCAG = "https://www.w3.org/TR/WCAG22/#"
PARSING = "https://www.w3.org/TR/WCAG20/#ensure-compat-parses"
"""4.1.1 stands in WCAG 2.0 only."""
AUDITOR, SITE = "urn:yorisoi:auditor", "urn:yorisoi:site"


def document(audited: Audited, found: list[Outcome]) -> dict[str, Any]:
    """The whole audit as one JSON-LD document."""
    site = audited.address or SITE
    return {
        "@context": CONTEXT,
        "@graph": [
            _auditor(audited),
            {
                "@id": site,
                "@type": "TestSubject",
                "title": audited.address or "Yorisoi",
                "release": {"@type": "doap:Version", "revision": audited.version},
            },
            *(_page(site, page) for page in audited.pages),
            *(_criterion(one.criterion) for one in found),
            *(_check(name) for name in audited.ran),
            *(_of_criterion(audited, site, one) for one in found),
            *_of_checks(audited, site),
        ],
    }


def _auditor(audited: Audited) -> dict[str, Any]:
    return {
        "@id": AUDITOR,
        "@type": ["Assertor", "Software"],
        "title": "Yorisoi accessibility audit",
        "hasVersion": audited.version,
        "description": "; ".join([*(f"{name} {version}" for name, version in audited.tools.items()), *audited.agents]),
    }


def _page(site: str, page: str) -> dict[str, Any]:
    return {"@id": _at(site, page), "@type": "TestSubject", "title": page, "isPartOf": site}


def _at(site: str, page: str) -> str:
    return f"{site.rstrip('/')}#{re.sub(r'[^A-Za-z0-9./_-]+', '-', page)}"


def _test_of(row: Criterion) -> str:
    slug = "-".join(re.findall(r"[a-z]+", row.en.lower()))
    return f"{WCAG}{slug}" if row.wcag22 else PARSING


def _criterion(row: Criterion) -> dict[str, Any]:
    return {"@id": _test_of(row), "@type": "TestRequirement", "title": f"{row.number} {row.en} ({row.level})"}


def _check(name: str) -> dict[str, Any]:
    return {
        "@id": f"urn:yorisoi:check:{name}",
        "@type": "TestCase",
        "title": name,
        "description": checks()[name].protects.partition("\n\n")[0],
    }


def _assertion(subject: str, test: str, mode: str, result: dict[str, Any]) -> dict[str, Any]:
    return {
        "@type": "Assertion",
        "assertedBy": AUDITOR,
        "subject": subject,
        "test": test,
        "mode": mode,
        "result": {"@type": "TestResult"} | result,
    }


def _of_criterion(audited: Audited, site: str, one: Outcome) -> dict[str, Any]:
    row = one.criterion
    words = [{"@value": one.remark.ja, "@language": "ja"}, {"@value": one.remark.en, "@language": "en"}]
    result = {"outcome": OUTCOMES[one.result], "date": audited.ended.isoformat(), "description": words}
    return _assertion(site, _test_of(row), MODES[row.judged], result)


def _of_checks(audited: Audited, site: str) -> Iterator[dict[str, Any]]:
    """Each check over the whole site, and each finding at its page."""
    when = audited.ended.isoformat()
    for name in audited.ran:
        found = [one for one in audited.findings if one.check == name]
        failed = any(not one.undecided for one in found)
        outcome = "failed" if failed else "open" if found else "passed"
        result = {"outcome": OUTCOMES[outcome], "date": when}
        yield _assertion(site, f"urn:yorisoi:check:{name}", "earl:automatic", result)
        for one in found:
            told = {"outcome": OUTCOMES["open" if one.undecided else "failed"], "date": when}
            told |= {"description": {"@value": f"{one.place}: {one.what}", "@language": "en"}}
            subject = _at(site, one.page) if one.page in audited.pages else site
            yield _assertion(subject, f"urn:yorisoi:check:{name}", "earl:automatic", told)
