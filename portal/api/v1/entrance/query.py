"""The query of an address: a name that stands twice means two things, and nobody knows which of them was meant."""

from __future__ import annotations

from starlette.requests import Request

from portal.api.v1.operation import Operation
from portal.api.v1.problems import Refused


def said_once(request: Request, operation: Operation) -> None:
    """Whether each name that the operation knows stands once at most. Raises Refused: Repeated."""
    for one in operation.query:
        if one.where == "query" and len(request.query_params.getlist(one.name)) > 1:
            raise Refused("Repeated", parameter=one.name)
