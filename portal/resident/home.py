"""The first pages: which town, and what can be done there today."""

from __future__ import annotations

import re
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from portal.language.phrases.browser import unable
from portal.language.words import CODES, LANGUAGES, words_for
from portal.preferences import COOKIE, accepted, from_cookie, is_wish, proposed
from portal.resident import accessibility
from portal.templating import page
from portal.web.addresses import address
from portal.web.endpoint import refusal
from portal.web.errors import Refused
from portal.web.fields import read
from portal.web.house import Answer, House
from portal.web.visit import YEAR, Visit

SHOWN = ("title", "summary", "minutes", "ready", "consent")
ACROSS = "accessibility"
"""The page that is there without a town too."""
PATH = re.compile(rf"/([^/]+)/({ACROSS})?")
"""Where the pages of no town stand."""


def show(visit: Visit) -> Answer:
    """Every service the town offers today."""
    versions = [
        version
        for id in visit.town.services
        if (version := visit.house.catalogue.version_on(visit.town.code, id, visit.today))
    ]

    def context() -> dict[str, Any]:
        told = [(version.service, version.told(visit.reads).service) for version in versions]
        services = [{"id": id} | {key: getattr(one, key) for key in SHOWN} for id, one in told]
        return {"services": [one | {"counter": one.pop("consent").at_the_counter} for one in services]}

    return visit.kept_page("resident/home.html", tuple(version.hash for version in versions), context)


class Towns:
    """The portal's own front door, and its statement on accessibility."""

    def __init__(self, house: House) -> None:
        self.house = house

    async def negotiate(self, request: Request) -> Response:
        """`/` and `/accessibility` lead to the remembered or accepted language, and to the town where there is one."""
        remembered = from_cookie(request.cookies.get(COOKIE)).language
        language = remembered or accepted(request.headers.get("accept-language", ""))
        towns = list(self.house.towns.values())
        name = request.url.path.strip("/")
        to = address(name or "home", language, towns[0].slug) if len(towns) == 1 else f"/{language}/{name}"
        return RedirectResponse(to, 303, {"Vary": "Accept-Language, Cookie"})

    async def show(self, request: Request) -> Response:
        """Every town, to choose from; its comfort buttons come back here."""
        if request.method == "POST":
            return await self._prefer(request, request.path_params["language"])
        return Response(self.html(request, request.url.path), media_type="text/html")

    async def accessibility(self, request: Request) -> Response:
        """The statement for all towns."""
        return Response(self.html(request, request.url.path), media_type="text/html")

    def html(self, request: Request, path: str) -> str:
        """The page of no town at a path, with this browser's preferences. Raises Refused where there is none."""
        found = PATH.fullmatch(path)
        if found is None or found[1] not in CODES:
            raise Refused(404)
        language, towns = found[1], list(self.house.towns.values())
        context = self._context(request, language) | {"here": path}
        if found[2] is None:
            return page("resident/towns.html", context | {"towns": towns})
        told = accessibility.told(accessibility.statement(self.house), towns, words_for(context["reads"]))
        return page("resident/accessibility.html", context | told)

    async def _prefer(self, request: Request, language: str) -> Response:
        try:
            form = await read(request, 0)
        except Refused as refused:
            return refusal(self.house, request, refused)
        wished = from_cookie(request.cookies.get(COOKIE))
        if is_wish(form.do):
            wished = wished.changed(form.do)
        to = wished.language if form.do.startswith("language:") and wished.language else language
        here = "accessibility" if form.typed.get("back", "").endswith("/accessibility") else ""
        response = RedirectResponse(f"/{to}/{here}", 303)
        response.set_cookie(
            COOKIE, wished.cookie, max_age=YEAR, secure=self.house.settings.secure, httponly=True, samesite="lax"
        )
        return response

    def _context(self, request: Request, language: str) -> dict[str, Any]:
        preferences = from_cookie(request.cookies.get(COOKIE))

        def url(name: str, town: str = "", **_: str) -> str:
            return address(name, language, town) if town else f"/{language}/{name if name == ACROSS else ''}"

        return {
            "language": language,
            "reads": preferences.reads(language),
            "beside": preferences.beside(language),
            "phrases": unable(request.headers.get("user-agent", "")),
            "proposed": proposed(request.headers.get("accept-language", ""), preferences, language),
            "languages": LANGUAGES,
            "html_lang": CODES[language].html_lang,
            "town": None,
            "text": preferences.text,
            "contrast": preferences.contrast,
            "aloud": preferences.aloud,
            "url": url,
            **self.house.told(language),
            "swap": False,
            "service": None,
            "lender": self.house.lender,
        }
