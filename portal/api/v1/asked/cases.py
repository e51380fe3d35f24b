"""Cases for other systems: a page of them, one, and the files that came with one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import quote

from sqlalchemy import Connection
from starlette.responses import Response

from portal.accounts.scope import READ_CASES
from portal.api.v1.answer import json_of, tagged
from portal.api.v1.asked.wanted import AFTER, LIMIT, LINK, SINCE, STATUS, cursor, following, wanted
from portal.api.v1.call import Call
from portal.api.v1.operation import Operation
from portal.api.v1.problems import Refused
from portal.api.v1.shapes.both import Both
from portal.api.v1.shapes.case import Case as Shape
from portal.api.v1.shapes.case import Cases
from portal.cases import inbox
from portal.cases.case import Case, see
from portal.cases.document import SCHEMA_VERSION, document
from portal.cases.principal import standing
from portal.consent import bundle
from portal.delivery.message import CONTROL, MEDIA_TYPE
from portal.storage import files


def listing(call: Call) -> Response:
    """GET /cases. Raises Refused."""
    want = wanted(call.client, call.request.query_params)
    with call.house.database.reading() as db:
        page = inbox.page(db, call.house.keys, want)
    onward = cursor(page.after)
    body = Cases(schema_version=SCHEMA_VERSION, cases=told(call, page.cases), next=onward, more=page.more)
    link = {"Link": f'<{following(call.request, onward)}>; rel="next"'} if page.more else {}
    return json_of(call.request, body, link)


def one(call: Call) -> Response:
    """GET /cases/{id}. Raises Refused."""
    (found,) = told(call, (case_of(call),))
    return json_of(call.request, found)


def file(call: Call) -> Response:
    """GET /cases/{id}/files/{file}. Raises Refused."""
    case, id = case_of(call), call.part("file")
    if id not in case.files:
        raise Refused("NotFound")
    with call.house.database.reading() as db:
        found = files.read(db, call.house.keys.town(case.municipality), case.municipality, id)
    if found is None:
        raise Refused("NotFound")
    name = quote(CONTROL.sub(" ", found.name), safe="")
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
    media_type = found.media_type if MEDIA_TYPE.fullmatch(found.media_type) else "application/octet-stream"
    return tagged(call.request, found.content, media_type, headers)


def told(call: Call, cases: Sequence[Case]) -> list[Shape]:
    """Cases, all of one town, as their models. Whoever is given a case has seen it."""
    town = cases[0].municipality if cases else ""
    if unseen := [case.id for case in cases if case.seen is None]:
        with call.house.database.writing() as db:
            see(db, town, unseen, call.now)
    with call.house.database.reading() as db:
        return shaped(db, call, [replace(case, seen=case.seen or call.now) for case in cases])


def shaped(db: Connection, call: Call, cases: Sequence[Case]) -> list[Shape]:
    """Cases, all of one town, as they stand."""
    acts = [bundle.act(case.consent) for case in cases]
    taken = bundle.taken(db, call.client.municipality, acts)
    words = standing.all_of(db, call.house.keys, cases)
    return [
        Shape.model_validate(document(case, taken.get(act, ()), words.get(case.id)))
        for case, act in zip(cases, acts, strict=True)
    ]


def case_of(call: Call) -> Case:
    """The case of the address, if the system reaches it. Raises Refused: NotFound."""
    id = call.part("id")
    with call.house.database.reading() as db:
        case = inbox.one(db, call.house.keys, call.reach, id) if id.isalnum() and id.isascii() else None
    if case is None:
        raise Refused("NotFound")
    return case


OPERATIONS = (
    Operation(
        id="listCases",
        method="GET",
        path="/api/v1/cases",
        handler=listing,
        says=Both("届いた申し込みを、届いた順に受けとります", "Applications in the order they came"),
        scope=READ_CASES,
        query=(AFTER, SINCE, STATUS, LIMIT),
        gives=Cases,
        gives_says=Both(
            "申し込み。続きがあるときは、Link ヘッダーに次のアドレスがあります。",
            "Applications; where there is more, the Link header leads on",
        ),
        headers=LINK,
        problems=("BadAfter", "BadSince", "BadStatus", "BadLimit"),
        tagged=True,
    ),
    Operation(
        id="getCase",
        method="GET",
        path="/api/v1/cases/{id}",
        handler=one,
        says=Both("一つの申し込みを受けとります", "One application"),
        scope=READ_CASES,
        gives=Shape,
        gives_says=Both("申し込み。メールに付く case-….json と同じものです。", "The same as case-….json of the mails"),
        tagged=True,
    ),
    Operation(
        id="getFile",
        method="GET",
        path="/api/v1/cases/{id}/files/{file}",
        handler=file,
        says=Both("申し込みに付いたファイルを受けとります", "A file that came with an application"),
        scope=READ_CASES,
        given_as="*/*",
        gives_says=Both("ファイルの中身", "The file"),
        headers={"Content-Disposition": Both("ファイルの名前（RFC 6266）", "Its name (RFC 6266)")},
        tagged=True,
    ),
)
