"""Puts the house together: routes, middleware, lifespan; nothing else."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from functools import partial

from starlette.applications import Starlette
from starlette.convertors import StringConvertor, register_url_convertor
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send
from starlette_compress import CompressMiddleware

from portal import desk, municipalities, registries
from portal.api import health, v1
from portal.catalogue import overrides, published
from portal.catalogue.load import load
from portal.consent.signing_keys import history
from portal.language.words import CODES
from portal.municipalities import Municipality
from portal.municipalities.own.standing import standing
from portal.municipalities.source import Faulty
from portal.resident import DOORS
from portal.resident.home import Towns
from portal.resident.listening.published import Published as Sounding
from portal.security.keys import Keys
from portal.settings import Settings
from portal.speech.published import Published
from portal.speech.reading import dictionaries
from portal.speech.sounds import Sounds
from portal.speech.speaker import Speaker
from portal.speech.voices.chosen import Voices
from portal.storage.database import Database
from portal.web.assets import Assets
from portal.web.endpoint import Pages, refusal
from portal.web.errors import Refused
from portal.web.guards import Guards
from portal.web.house import House
from portal.web.towns.renewal import watching
from portal.web.worker.script import ADDRESS as WORKER
from portal.web.worker.script import Script
from portal.web.worker.shelf import Shelf

log = logging.getLogger(__name__)


def served(settings: Settings) -> dict[str, Municipality]:
    """The towns this installation serves, by slug, as their files say; the fictional ones only while `demo` is on."""
    return {slug: town for slug, town in municipalities.load().items() if settings.demo or not town.demo}


def changed(settings: Settings, files: Mapping[str, Municipality]) -> Mapping[str, Municipality]:
    """Towns as they stand, with what they have changed themselves at the desk; as files say before a first start."""
    if not settings.database_url and not (settings.var / "yorisoi.sqlite").exists():
        return files
    database = Database(settings.database)
    try:
        with database.reading() as db:
            return standing(db, files)
    finally:
        database.close()


def built(settings: Settings, clock: Callable[[], datetime]) -> House:
    """A house ready for visits. Raises Faulty for a catalogue that may not be served."""
    files = served(settings)
    found = load(files.values())
    database, keys = Database(settings.database), Keys.load(settings.var / "keys")
    registries.open(settings.var / "registries.sqlite")
    with database.writing() as db:
        towns = standing(db, files)
        catalogue = overrides.standing(found, towns.values())
        published.keep(db, catalogue)
        history.keep(db, keys, [town.code for town in towns.values()], clock())
    sounds = Sounds(partial(_speaker, settings, towns.values()), Published(catalogue, towns.values()))
    assets = _assets(settings, clock())
    return House(settings, keys, database, towns, catalogue, sounds, clock, DOORS, assets, files=files)


def _assets(settings: Settings, now: datetime) -> Assets:
    """Every static file, and those of builds before that may still be open somewhere."""
    shelf = Shelf(settings.var / "assets")
    assets = Assets(shelf=shelf)
    shelf.sweep(assets.paths, now)
    return assets


def _speaker(settings: Settings, towns: Iterable[Municipality]) -> Speaker:
    return Speaker(settings, Voices.of_settings(settings, dictionaries(settings.var, towns)))


def reload(house: House) -> bool:
    """Read the services anew; a broken catalogue is told in the log and the old one goes on being served."""
    try:
        catalogue = overrides.standing(load(house.files.values()), house.towns.values())
    except Faulty as error:
        for fault in error.faults:
            log.error("%s", fault)
        log.error("the catalogue was not replaced: %d to mend", len(error.faults))
        return False
    with house.database.writing() as db:
        published.keep(db, catalogue)
    house.catalogue = catalogue
    house.sounds = house.sounds.anew(Published(catalogue, house.towns.values()))
    log.info("the catalogue was replaced: %d versions", len(catalogue.versions))
    return True


def routes(house: House) -> list[BaseRoute]:
    """Every way in, the most used first."""
    towns = Towns(house)

    def slashed(request: Request) -> Response:
        return RedirectResponse(f"{request.scope['path']}/")  # never by the Host header, which anybody may write

    return [
        Route("/{language:language}/{town}/{rest:path}", Pages(house), methods=["GET", "POST"]),
        Route("/static/{name:path}", house.assets, methods=["GET"]),
        Route(WORKER, Script(house.assets), methods=["GET"]),
        Route("/healthz", health.healthz(house)),
        Route("/metrics", health.metrics(house)),
        Route("/", towns.negotiate),
        Route("/accessibility", towns.negotiate),
        Route("/speech/{name}.{suffix}", Sounding(house).serve),
        *v1.routes(house),
        *desk.routes(house),
        Route("/{language:language}/", towns.show, methods=["GET", "POST"]),
        Route("/{language:language}/accessibility", towns.accessibility),
        Route("/{language:language}", slashed),
        Route("/{language:language}/{town}", slashed),
    ]


class LanguageConvertor(StringConvertor):
    """The first part of a page's address: a language of ours, so that one route finds every page."""

    regex = "|".join(sorted(CODES, key=len, reverse=True))


register_url_convertor("language", LanguageConvertor())


Application = Starlette
Beside = Callable[[asyncio.Event], Awaitable[None]]
"""Work that runs beside the pages until the event is set."""


def create(house: House, *beside: Beside) -> Starlette:
    """The ASGI application of a house, with work beside it."""

    async def foreign(scope: Scope, receive: Receive, send: Send) -> None:
        await refused(Request(scope), Refused(403))(scope, receive, send)

    def refused(request: Request, error: Refused) -> Response:
        at_the_desk = request.url.path.startswith(f"{desk.ROOT}/")
        return desk.refused(house, request, error) if at_the_desk else refusal(house, request, error)

    async def not_found(request: Request, error: Exception) -> Response:
        if request.url.path.startswith(v1.ROOT):
            return v1.not_routed(request, error)
        return refused(request, Refused(404))

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        stop = asyncio.Event()
        works: Iterable[Beside] = (partial(watching, house), *beside)
        under_way = [asyncio.ensure_future(work(stop)) for work in works]
        yield
        stop.set()
        await asyncio.gather(*under_way)
        house.sounds.end()
        house.database.close()

    app = Starlette(
        routes=routes(house),
        middleware=[
            Middleware(Guards, refuse=foreign, address=house.settings.address),
            Middleware(CompressMiddleware),
        ],
        exception_handlers={404: not_found, 405: not_found},
        lifespan=lifespan,
    )
    app.router.redirect_slashes = False
    return app
