"""Cases for other systems: a page of them, one, and the files that came with one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from portal.api.v1.entry import client
from portal.api.v1.problems import Refused
from portal.api.v1.wanted import cursor, wanted
from portal.cases import inbox
from portal.cases.case import Case, see
from portal.cases.document import SCHEMA_VERSION, document
from portal.cases.inbox import Wanted
from portal.cases.principal import standing
from portal.consent import bundle
from portal.delivery.message import CONTROL, MEDIA_TYPE
from portal.storage import files
from portal.web.house import House

PRIVATE = {"Cache-Control": "no-store"}


class Cases:
    """The handlers, each on a thread of its own. Whoever is given a case has seen it: that much they write."""

    def __init__(self, house: House) -> None:
        self.house = house

    def listing(self, request: Request) -> Response:
        """GET /cases. Raises Refused."""
        want = wanted(client(self.house, request), request.query_params)
        with self.house.database.reading() as db:
            page = inbox.page(db, self.house.keys, want)
        onward = cursor(page.after)
        cases = self._told(page.cases)
        body = {"schema_version": SCHEMA_VERSION, "cases": cases, "next": onward, "more": page.more}
        link = {"Link": f'<{_following(request, onward)}>; rel="next"'} if page.more else {}
        return json_of(request, body, link)

    def one(self, request: Request) -> Response:
        """GET /cases/{id}. Raises Refused."""
        (told,) = self._told((self._case(request),))
        return json_of(request, told)

    def file(self, request: Request) -> Response:
        """GET /cases/{id}/files/{file}. Raises Refused."""
        case, id = self._case(request), request.path_params["file"]
        if id not in case.files:
            raise Refused("NotFound")
        with self.house.database.reading() as db:
            found = files.read(db, self.house.keys.town(case.municipality), case.municipality, id)
        if found is None:
            raise Refused("NotFound")
        name = quote(CONTROL.sub(" ", found.name), safe="")
        headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
        media_type = found.media_type if MEDIA_TYPE.fullmatch(found.media_type) else "application/octet-stream"
        return _tagged(request, Response(found.content, headers=PRIVATE | headers, media_type=media_type))

    def _told(self, cases: Sequence[Case]) -> list[dict[str, Any]]:
        """The documents of cases, all of one town, which have been seen from now on."""
        now, town = self.house.clock(), cases[0].municipality if cases else ""
        if unseen := [case.id for case in cases if case.seen is None]:
            with self.house.database.writing() as db:
                see(db, town, unseen, now)
        acts = [bundle.act(case.consent) for case in cases]
        with self.house.database.reading() as db:
            taken = bundle.taken(db, town, acts)
            words = standing.all_of(db, self.house.keys, cases)
        return [
            document(replace(case, seen=case.seen or now), taken.get(act, ()), words.get(case.id))
            for case, act in zip(cases, acts, strict=True)
        ]

    def _case(self, request: Request) -> Case:
        asking, id = client(self.house, request), request.path_params["id"]
        want = Wanted(municipality=asking.municipality, departments=asking.departments)
        with self.house.database.reading() as db:
            case = inbox.one(db, self.house.keys, want, id) if id.isalnum() else None
        if case is None:
            raise Refused("NotFound")
        return case


def _following(request: Request, after: str) -> str:
    """Where the next page is, below this portal's address: the Host header may say anything."""
    url = request.url.include_query_params(after=after)
    return f"{url.path}?{url.query}"


def json_of(request: Request, body: dict[str, Any], headers: dict[str, str] | None = None) -> Response:
    """An answer for the one who asked; 304 where they have it already."""
    data = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    return _tagged(request, Response(data, headers=PRIVATE | (headers or {}), media_type="application/json"))


def _tagged(request: Request, response: Response) -> Response:
    """The response with its ETag, or 304 for a reader who has it already. Weak, as it may travel compressed."""
    tag = f'W/"{hashlib.sha256(response.body).hexdigest()[:32]}"'
    if tag.removeprefix("W/") in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=PRIVATE | {"ETag": tag})
    response.headers["ETag"] = tag
    return response
