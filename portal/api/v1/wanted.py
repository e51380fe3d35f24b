"""What a system wants to see: the query of GET /cases, read kindly and exactly."""

from __future__ import annotations

import re
from datetime import datetime

from starlette.datastructures import QueryParams

from portal.accounts.api_client import ApiClient
from portal.api.v1.problems import Refused
from portal.cases.inbox import Wanted

USUAL, MOST = 50, 100
_PLUS_LOST = re.compile(r"(:\d\d(?:\.\d+)?) (\d\d:\d\d)$")


def wanted(client: ApiClient, query: QueryParams) -> Wanted:
    """The query as the inbox understands it. Raises Refused: BadAfter, BadSince or BadLimit."""
    return Wanted(
        municipality=client.municipality,
        departments=client.departments,
        after=_after(query.get("after", "")),
        since=_since(query.get("since", "")),
        limit=_limit(query.get("limit", "")),
    )


def cursor(after: int) -> str:
    """A place as systems hand it back; only we know what it means."""
    return f"c{after:x}"


def _after(text: str) -> int:
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


def _limit(text: str) -> int:
    if not text:
        return USUAL
    if not re.fullmatch(r"[0-9]{1,3}", text) or not 1 <= int(text) <= MOST:
        raise Refused("BadLimit")
    return int(text)
