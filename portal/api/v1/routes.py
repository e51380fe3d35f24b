"""The addresses of version 1; whatever goes wrong below /api is answered as a problem."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.routing import BaseRoute, Mount, Route

from portal.api.v1 import openapi, problems
from portal.api.v1.cases import Cases
from portal.api.v1.log import Log
from portal.api.v1.readings import Readings
from portal.web.house import House


def routes(house: House) -> list[BaseRoute]:
    """What `app` puts among its routes."""
    cases, readings, log = Cases(house), Readings(house), Log(house)
    handlers = {
        problems.Refused: problems.refused,
        HTTPException: problems.not_routed,
        Exception: problems.failed,
    }
    return [
        Mount(
            "/api",
            routes=[
                Route("/v1/cases", cases.listing),
                Route("/v1/cases/{id}", cases.one),
                Route("/v1/cases/{id}/files/{file}", cases.file),
                Route("/v1/readings", readings.listing),
                Route("/v1/logs/{town}/log.pub", log.keys),
                Route("/v1/logs/{town}/checkpoint", log.head),
                Route("/v1/logs/{town}/proof", log.proof),
                Route("/v1/openapi.json", openapi.show),
            ],
            middleware=[Middleware(ExceptionMiddleware, handlers=handlers)],
        )
    ]
