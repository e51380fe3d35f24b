"""The door of one address: who asks, may they, how often, what did they bring; then the operation answers."""

from __future__ import annotations

from collections.abc import Iterable

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from portal.api.v1 import problems
from portal.api.v1.call import Call, Entrant
from portal.api.v1.entrance import body, once, query, rate
from portal.api.v1.entrance.accept import acceptable
from portal.api.v1.entrance.entry import entrant
from portal.api.v1.entrance.room import Room
from portal.api.v1.operation import ANY_SYSTEM, Operation
from portal.api.v1.problems import Refused
from portal.web.house import House


class Door:
    """The operations at one address, by method."""

    def __init__(self, house: House, operations: Iterable[Operation]) -> None:
        self._house = house
        self._of = {operation.method: operation for operation in operations}
        self._room = Room(max(body.limit(house, operation) for operation in self._of.values()))

    @property
    def methods(self) -> list[str]:
        """What may be asked here."""
        return [*self._of]

    async def answer(self, request: Request) -> Response:
        """The answer to one request, a problem as well; it reads and writes on a thread of its own."""
        operation = self._of["GET" if request.method == "HEAD" else request.method]
        headers = dict[str, str]()
        try:
            who = await run_in_threadpool(self._who, request, operation, headers)
            acceptable(request.headers.get("accept", ""), operation.given_as)
            async with self._room.taken(body.size(self._house, request, operation)):
                brought = await body.brought(self._house, request, operation)
                response = await run_in_threadpool(self._answered, request, operation, who, brought)
        except Refused as error:
            response = problems.refused(request, error)
        except ClientDisconnect:
            return Response(status_code=400)  # nobody is there to read it
        except Exception as error:
            response = problems.failed(request, error)
        for name, value in headers.items():
            response.headers.setdefault(name, value)
        return response

    def _who(self, request: Request, operation: Operation, headers: dict[str, str]) -> Entrant | None:
        if not operation.needs_token:
            return None
        who = entrant(self._house, request)
        headers |= rate.taken(self._house.settings, who.client)
        if operation.scope not in {ANY_SYSTEM, *who.scopes}:
            raise Refused("NotYours", scope=operation.scope)
        return who

    def _answered(self, request: Request, operation: Operation, who: Entrant | None, brought: bytes) -> Response:
        # An exception that leaves its thread keeps alive what it passed, photos too, until the collector comes by.
        try:
            query.said_once(request, operation)
            read = body.read(request, operation, brought)
            call = Call(self._house, request, self._house.clock(), who, read)
            return once.answered(operation, call, brought) if operation.once else operation.handler(call)
        except Refused as error:
            return problems.refused(request, error)
        except Exception as error:
            return problems.failed(request, error)
