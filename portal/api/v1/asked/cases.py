"""Cases for other systems: a page of them, one, and the files that came with one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from portal.api.v1.answer import json_of, tagged
from portal.api.v1.asked.wanted import cursor, wanted
from portal.api.v1.call import Call
from portal.api.v1.problems import Refused
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
    acts = [bundle.act(case.consent) for case in cases]
    with call.house.database.reading() as db:
        taken = bundle.taken(db, town, acts)
        words = standing.all_of(db, call.house.keys, cases)
    documents = (
        document(replace(case, seen=case.seen or call.now), taken.get(act, ()), words.get(case.id))
        for case, act in zip(cases, acts, strict=True)
    )
    return [Shape.model_validate(each) for each in documents]


def case_of(call: Call) -> Case:
    """The case of the address, if the system reaches it. Raises Refused: NotFound."""
    id = call.part("id")
    with call.house.database.reading() as db:
        case = inbox.one(db, call.house.keys, call.reach, id) if id.isalnum() and id.isascii() else None
    if case is None:
        raise Refused("NotFound")
    return case


def following(request: Request, after: str) -> str:
    """Where the next page is, below this portal's address: the Host header may say anything."""
    url = request.url.include_query_params(after=after)
    return f"{url.path}?{url.query}"
