"""The audit's result as the portal shows it on its page about accessibility."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from a11y.check import checks
from a11y.report.audited import JAPAN, Audited
from a11y.report.named import named
from a11y.report.outcome import Outcome, degree, outcomes
from portal.resident.accessibility import OWN, SHIPPED, Statement
from tests.serving import HOUSE


class Unfit(ValueError):
    """An audit that may not become the shipped statement; the text says why."""


def written(audited: Audited) -> Path:
    """Write the statement and give its place: the shipped one, or an installation's own in the var folder.

    The same audit gives the same file. Raises Unfit for an audit of this house that was narrowed.
    """
    told = statement(audited)
    if not audited.address and (missing := unfit(audited)):
        raise Unfit(missing)
    place = HOUSE / "var" / OWN if audited.address else SHIPPED
    place.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n")
    return place


def unfit(audited: Audited) -> str:
    """Why this audit may not stand for the whole house; empty when it may."""
    if not audited.whole:
        return "this audit was narrowed to some checks, pages or variants"
    left = [name for name in checks() if not audited.ran.get(name)]
    return f"these checks judged nothing: {', '.join(left)}" if left else ""


def statement(audited: Audited) -> dict[str, Any]:
    """What portal.resident.accessibility.Statement holds; validated, so it claims no more than was found."""
    found = outcomes(audited)
    told = {
        "stated": _day(audited.ended),
        "began": _day(audited.began),
        "ended": _day(audited.ended),
        "version": audited.version,
        "address": audited.address,
        "degree": degree(found),
        "tools": [f"{name} {version}" for name, version in audited.tools.items()],
        "agents": [*audited.agents],
        "aids": sorted({note.using for one in found for note in one.criterion.notes if note.using}),
        "pages": [one.model_dump() for one in named(audited.pages)],
        "criteria": [_criterion(one) for one in found],
    }
    Statement.model_validate(told)
    return told


def _day(moment: Any) -> str:
    return str(moment.astimezone(JAPAN).date().isoformat())


def _criterion(one: Outcome) -> dict[str, Any]:
    row, remark = one.criterion, one.remark
    return {
        "number": row.number,
        "level": row.level,
        "jis": row.jis,
        "wcag22": row.wcag22,
        "ja": row.ja,
        "en": row.en,
        "result": one.result,
        "remark": {"ja": remark.ja, "en": remark.en},
    }
