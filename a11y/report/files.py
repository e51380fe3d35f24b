"""The three files of a report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from a11y.report import earl, html
from a11y.report.audited import Audited
from a11y.report.outcome import Outcome, degree, outcomes


def write(audited: Audited, folder: Path) -> list[Path]:
    """Write report.html, report.json and report.earl.jsonld; the same audit gives the same files."""
    found = outcomes(audited)
    told = {
        "report.html": html.page(audited, found),
        "report.json": _json(summary(audited, found)),
        "report.earl.jsonld": _json(earl.document(audited, found)),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in told.items():
        (folder / name).write_text(text)
    return [folder / name for name in told]


def summary(audited: Audited, found: list[Outcome]) -> dict[str, Any]:
    """report.json: the audit, the degree, and each criterion's outcome with what speaks against it."""
    return {
        "audit": audited.model_dump(mode="json"),
        "degree": degree(found),
        "criteria": [
            {
                **one.criterion.model_dump(mode="json"),
                "result": one.result,
                "against": [it.model_dump() for it in one.against],
                "excused": [it.model_dump() for it in one.excused],
            }
            for one in found
        ],
    }


def _json(told: dict[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"
