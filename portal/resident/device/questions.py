"""The questions of a service as a telephone keeps them: each page untouched, and on whose way it lies.

What decides the way is data: a reader in the browser (static/tunnel/way.js) follows it where there is no network, held
to the same tables of test vectors as ours (tests/catalogue/conditions.json, tests/journey/ways.json). What is typed is
understood by the server, when it comes.
"""

from __future__ import annotations

from typing import Any

from starlette.requests import Request

from portal.catalogue.document import Question
from portal.catalogue.version import Version
from portal.journey.asking import TYPISTS
from portal.journey.path import APPLICANT
from portal.preferences import from_cookie
from portal.resident.way import context_of
from portal.web.house import Answer
from portal.web.visit import Page, Visit


def all_of(visit: Visit, version: Version) -> list[dict[str, Any]]:
    """Every question in order; `html` is empty for one that takes more than one page, and so the network."""
    return [_told(visit, version, question) for question in version.source.questions]


def _told(visit: Visit, version: Version, question: Question) -> dict[str, Any]:
    key = f"{question.id}.{APPLICANT}" if question.each and question.including else question.id
    alone = question.kind != "household" and bool(question.including or not question.each)
    return {
        "id": question.id,
        "key": key,
        "each": bool(question.each),
        "kind": question.kind,
        "applicant": question.role == "applicant_name",
        "when": question.when,
        "required": question.required is True,
        "html": _html(visit, version, question.id, key) if alone else "",
    }


def _html(visit: Visit, version: Version, id: str, key: str) -> str:
    nobody = Request({**visit.request.scope, "headers": []})
    page = Visit(visit.house, nobody, Page("step", {"service": version.service, "step": key}))
    page.swap = page.kept = True
    page.phrases = visit.phrases
    page.preferences = from_cookie(visit.request.query_params.get("comfort"))
    told = version.told(page.reads)
    blank: dict[str, Any] = dict.fromkeys(("to", "read_out", "as_typed", "help", "place"))
    answer: Answer = page.page(
        "resident/step.html",
        **blank | {"typed": {}, "problems": {}, "doubts": [], "pages": []},
        service=context_of(version, page.reads),
        question=told.questions[id],
        ask=told.asks[id],
        own=(told.questions[id].role or "").startswith(TYPISTS),
        back=page.url("start"),
        action=page.here,
    )
    return answer.body.decode()
