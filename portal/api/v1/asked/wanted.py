"""What a system wants to see: the query of GET /cases, read kindly and exactly."""

from __future__ import annotations

import re
from datetime import datetime

from starlette.datastructures import QueryParams

from portal.accounts.api_client import ApiClient
from portal.api.v1.problems import Refused
from portal.cases.inbox import Wanted
from portal.cases.status import MOVES

USUAL, MOST = 50, 100
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
        moment = datetime.fromisoformat(_PLUS_LOST.sub(r"\1+\2", text))
    except ValueError:
        raise Refused("BadSince") from None
    if moment.tzinfo is None or not 1970 < moment.year < 9999:
        raise Refused("BadSince")
    return moment


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
