"""Services: what a town asks for, as JSON, in the language that was asked for."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from portal.answers import KINDS
from portal.api.v1.answer import json_of
from portal.api.v1.call import Call
from portal.api.v1.operation import ANY_SYSTEM, Operation, Parameter
from portal.api.v1.problems import Refused
from portal.api.v1.shapes.both import Both
from portal.api.v1.shapes.service import Service, ServiceInFull, Services
from portal.catalogue.version import Told, Version
from portal.consent import wording
from portal.language.dates import JAPAN
from portal.language.words import CODES, SOURCE

LANGUAGE = Parameter(
    "language",
    Both("質問のことば。書かなければ日本語", "Language of the questions; Japanese where left out"),
    {"enum": list(CODES)},
)


def listing(call: Call) -> Response:
    """GET /services. Raises Refused: BadLanguage."""
    language = language_of(call)
    offered = (offer(call, service) for service in sorted({each.service for each in call.house.catalogue.versions}))
    told = [Service.model_validate(_told(call, version, language)) for version in offered if version]
    return json_of(call.request, Services(services=told), {"Content-Language": language})


def one(call: Call) -> Response:
    """GET /services/{service}. Raises Refused: BadLanguage or NotFound."""
    language, version = language_of(call), offered(call)
    told = version.told(language)
    questions = [_question(told, id) for id in told.questions]
    statements = [
        {**words, "optional": part.optional} for part in wording.parts(version, language) for words in part.shown
    ]
    document = {**_told(call, version, language), "questions": questions, "statements": statements}
    return json_of(call.request, ServiceInFull.model_validate(document), {"Content-Language": language})


def offered(call: Call) -> Version:
    """The service of the address as it is asked today. Raises Refused: NotFound where it is not of its departments."""
    version = offer(call, call.part("service"))
    if version is None:
        raise Refused("NotFound")
    return version


def offer(call: Call, service: str) -> Version | None:
    """A service as it is asked today, if it is of the system's departments."""
    today = call.now.astimezone(JAPAN).date()
    version = call.house.catalogue.version_on(call.client.municipality, service, today)
    return version if version and version.source.department in call.client.departments else None


def is_open(version: Version, call: Call) -> bool:
    """Whether it can be applied for now, without a way to the office."""
    deadline = version.source.deadline
    in_time = deadline is None or call.now.astimezone(JAPAN).date() <= deadline
    return in_time and not version.source.consent.at_the_counter


def language_of(call: Call) -> str:
    """The language asked for. Raises Refused: BadLanguage."""
    language = call.request.query_params.get("language") or SOURCE
    if language not in CODES:
        raise Refused("BadLanguage", languages=list(CODES))
    return language


def _told(call: Call, version: Version, language: str) -> dict[str, Any]:
    service = version.told(language).service
    return {
        "id": version.service,
        "title": service.title,
        "summary": service.summary,
        "department": service.department,
        "effective": version.effective.isoformat(),
        "version": version.hash,
        "deadline": service.deadline.isoformat() if service.deadline else None,
        "open": is_open(version, call),
        "language": language,
        "languages": list(CODES),
    }


def _question(told: Told, id: str) -> dict[str, Any]:
    question, ask = told.questions[id], told.asks[id]
    return {
        **question.model_dump(exclude={"options"}),
        "parts": list(KINDS[question.kind].parts(ask)),
        "options": [{"id": each.id, "label": each.label, "hint": each.hint} for each in ask.offered],
    }


OPERATIONS = (
    Operation(
        id="listServices",
        method="GET",
        path="/api/v1/services",
        handler=listing,
        says=Both("この課の手続きを受けとります", "The services of these departments"),
        scope=ANY_SYSTEM,
        query=(LANGUAGE,),
        gives=Services,
        gives_says=Both("手続き", "The services"),
        problems=("BadLanguage",),
        tagged=True,
    ),
    Operation(
        id="getService",
        method="GET",
        path="/api/v1/services/{service}",
        handler=one,
        says=Both("一つの手続きと、その質問を受けとります", "One service and its questions"),
        scope=ANY_SYSTEM,
        query=(LANGUAGE,),
        gives=ServiceInFull,
        gives_says=Both("手続きと質問", "The service and its questions"),
        problems=("BadLanguage",),
        tagged=True,
    ),
)
