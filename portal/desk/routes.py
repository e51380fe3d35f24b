"""The addresses of the desk, from the table of its pages; what is not found there is told in its own words."""

from __future__ import annotations

from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

from portal.desk import gate
from portal.desk.addresses import ROOT
from portal.desk.page import Page
from portal.desk.pages import BY_NAME, PAGES
from portal.desk.visit import DeskVisit
from portal.web.endpoint import Entrance, answered, refusal, responded
from portal.web.errors import Refused
from portal.web.fields import Form
from portal.web.house import House


def routes(house: House) -> list[BaseRoute]:
    """What `app` puts among its routes."""
    return [Route(f"{ROOT}/{{town}}{page.path}", _Standing(house, page), methods=["GET", "POST"]) for page in PAGES]


def refused(house: House, request: Request, error: Refused) -> Response:
    """The page of a refusal; for a town there is not, in the resident's words."""
    slug = request.url.path.removeprefix(f"{ROOT}/").partition("/")[0]
    if slug not in house.towns:
        return refusal(house, request, error)
    request.scope["path_params"] = {"town": slug}
    with DeskVisit(house, request, BY_NAME["home"], None) as visit:
        return responded(visit, visit.refuse(error.status, error.reason))


class _Standing:
    """The ASGI application of one page."""

    def __init__(self, house: House, page: Page) -> None:
        self._house, self._page, self._door = house, page, gate.door(page)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive, send)

        def begin(form: Form | None) -> DeskVisit:
            return DeskVisit(self._house, request, self._page, form)

        entrance = Entrance(self._house, request, self._door, begin, partial(refused, self._house, request))
        response = await answered(entrance, f"desk/{self._page.name}")
        await response(scope, receive, send)
