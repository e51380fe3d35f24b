"""What a system wants to see: the query of GET /cases, read kindly and exactly."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from starlette.datastructures import QueryParams
from starlette.requests import Request

from portal.accounts.api_client import ApiClient
from portal.api.v1.operation import Parameter
from portal.api.v1.problems import Refused
from portal.api.v1.shapes.both import Both
from portal.cases.inbox import Wanted
from portal.cases.status import MOVES

EARLIEST, LATEST = (datetime(year, 1, 1, tzinfo=UTC) for year in (1971, 9998))
"""What is earlier or later means everything or nothing; a database need not count that far."""


def _or_empty(schema: dict[str, Any]) -> dict[str, Any]:
    """What may be left empty, as if it were not there."""
    return {"anyOf": [schema, {"const": ""}]}


AFTER = Parameter(
    "after",
    Both("前の答えの next。はじめてのときは付けません。", "next of the answer before; left out the first time"),
    {"type": "string", "pattern": "^(c[0-9a-f]{1,15})?$"},
)
LIMIT = Parameter(
    "limit",
    Both("一度に受けとる数", "How many at once"),
    _or_empty({"type": "integer", "minimum": 1, "maximum": 100, "default": 50}),
)
SINCE = Parameter(
    "since",
    Both(
        "この日時から後に届いたものだけを受けとります（RFC 3339、時差も書きます）。",
        "Only what was received from this moment on (RFC 3339 with offset)",
    ),
    _or_empty({"type": "string", "format": "date-time"}),
    example="2026-11-24T10:00:00+09:00",
)
STATUS = Parameter(
    "status",
    Both("今この様子にあるものだけを受けとります", "Only what stands here now"),
    {"enum": ["", *MOVES]},
)
LINK = {"Link": Both('次のページ（rel="next"）', 'The next page (rel="next")')}
USUAL, MOST = 50, 100
_SIXTY = re.compile(r"(?<=:\d\d):60")
"""A leap second, which RFC 3339 has and Python has not."""
_PLUS_LOST = re.compile(r"(:\d\d(?:\.\d+)?) (\d\d:\d\d)$")


def wanted(client: ApiClient, query: QueryParams) -> Wanted:
    """The query as the inbox understands it. Raises Refused: BadAfter, BadSince, BadStatus or BadLimit."""
    return Wanted(
        municipality=client.municipality,
        departments=client.departments,
        after=after(query.get("after", "")),
        since=_since(query.get("since", "")),
        status=_status(query.get("status", "")),
        limit=limit(query.get("limit", "")),
    )


def following(request: Request, after: str) -> str:
    """Where the next page is, below this portal's address: the Host header may say anything."""
    url = request.url.include_query_params(after=after)
    return f"{url.path}?{url.query}"


def cursor(after: int) -> str:
    """A place as systems hand it back; only we know what it means."""
    return f"c{after:x}"


def after(text: str) -> int:
    """The place a cursor stands for. Raises Refused: BadAfter."""
    if not text:
        return 0
    if not re.fullmatch(r"c[0-9a-f]{1,15}", text):
        raise Refused("BadAfter")
    return int(text[1:], 16)


def _since(text: str) -> datetime | None:
    if not text:
        return None
    try:
        # In an address an unescaped + means a space.
        moment = datetime.fromisoformat(_SIXTY.sub(":59", _PLUS_LOST.sub(r"\1+\2", text)))
    except ValueError:
        raise Refused("BadSince") from None
    if moment.tzinfo is None:
        raise Refused("BadSince")
    return min(max(moment, EARLIEST), LATEST)


def _status(text: str) -> str:
    if text and text not in MOVES:
        raise Refused("BadStatus")
    return text


def limit(text: str) -> int:
    """How many are wanted at once. Raises Refused: BadLimit."""
    if not text:
        return USUAL
    if not re.fullmatch(r"[0-9]{1,3}", text) or not 1 <= int(text) <= MOST:
        raise Refused("BadLimit")
    return int(text)
