"""The addresses of version 1, from the table of operations; whatever goes wrong below /api is answered as a problem."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter

from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.routing import BaseRoute, Mount, Route

from portal.api.v1 import problems
from portal.api.v1.entrance.door import Door
from portal.api.v1.operations import OPERATIONS
from portal.web.house import House

ROOT = "/api"
"""Whatever goes wrong below it is told as a problem, also where no route can be matched at all."""


def routes(house: House) -> list[BaseRoute]:
    """What `app` puts among its routes."""
    handlers = {
        problems.Refused: problems.refused,
        HTTPException: problems.not_routed,
        Exception: problems.failed,
    }
    doors = []
    for path, operations in groupby(sorted(OPERATIONS, key=attrgetter("path")), attrgetter("path")):
        door = Door(house, operations)
        doors.append(Route(path.removeprefix(ROOT), door.answer, methods=door.methods))
    return [Mount(ROOT, routes=doors, middleware=[Middleware(ExceptionMiddleware, handlers=handlers)])]
