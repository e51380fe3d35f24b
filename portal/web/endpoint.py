"""From a request to a visit to a response; the visit commits before a byte is sent."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from urllib.parse import quote

from prometheus_client import Counter
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from portal.language.phrases.browser import unable
from portal.language.words import CODES, LANGUAGES, words_for
from portal.preferences import accepted, from_cookie
from portal.storage.database import Unavailable
from portal.templating import page
from portal.web.addresses import address, page_at
from portal.web.counter import seat
from portal.web.errors import Refused, told
from portal.web.fields import A_PAGE, WORDS, Form, read
from portal.web.house import Answer, Door, Handler, House
from portal.web.visit import Page, Visit

log = logging.getLogger(__name__)
ANSWERS = Counter("yorisoi_answers", "Answers given to residents", ["page", "status"], registry=None)
THREADS = ThreadPoolExecutor(2)
"""Visits off the event loop; twice as many cost a twentieth more and answer no sooner."""
SLOW = ThreadPoolExecutor(2)
"""Visits to slow doors, apart from the others: a tenth of a second each would hold them all up."""
ABROAD = ThreadPoolExecutor(4)
"""Visits that ask somebody else's server, which may not answer for a while: nobody else waits behind them."""
PICTURES = ThreadPoolExecutor(1)
"""Uploads: one can need 400 MB and all the speed of a core."""
SOUNDS = ThreadPoolExecutor(6)
"""Wishes for sound: they wait for a voice's process, and hardly work themselves."""


@cache
def _counter(page: str, status: int) -> Counter:
    return ANSWERS.labels(page, str(status))


@dataclass(frozen=True)
class Entrance:
    """Somebody at a door: how the visit begins, with the form that was brought, and how it is refused."""

    house: House
    request: Request
    door: Door
    begin: Callable[[Form | None], Visit]
    refuse: Callable[[Refused], Response]


class Pages:
    """The ASGI application of every page of every town."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; its transaction has ended before a byte is sent."""
        request = Request(scope, receive, send)
        response = await self._answer(request)
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        house, found = self._house, page_at(request.path_params["rest"])
        if found is None:
            return refusal(house, request, Refused(404))
        name, parts = found

        def begin(form: Form | None) -> Visit:
            return Visit(house, request, Page(name, dict(parts)), form)

        entrance = Entrance(house, request, house.doors[name], begin, partial(refusal, house, request))
        response = await answered(entrance, name)
        _counter(name, response.status_code).inc()
        return response


async def answered(at: Entrance, name: str) -> Response:
    """The answer to whoever stands at a door; `name` is what the log calls it."""
    house, door, request = at.house, at.door, at.request
    try:
        words = A_PAGE if door.sounds else WORDS
        form = await read(request, house.settings.upload_limit, words) if request.method == "POST" else None
        handler = door.show if form is None else door.take
        if handler is None:
            raise Refused(404)
        # SQLite has one writer and answers in microseconds: a thread would cost more than the work.
        if house.database.is_sqlite and not (door.slow or door.abroad or door.sounds or (form and form.upload)):
            visit = at.begin(form)
            if result := _at_once(visit, handler):
                return responded(visit, result)
        visit = at.begin(form)
        visit.writes = visit.writes and not door.sounds
        loop = asyncio.get_running_loop()
        return responded(visit, await loop.run_in_executor(_threads_of(door, visit), _run, visit, handler))
    except Refused as refused:
        return at.refuse(refused)
    except ClientDisconnect:
        return Response(status_code=400)  # nobody is there to read it
    except Exception as error:
        log.error("%s failed: %s", name, told(error))
        return at.refuse(Refused(500))


def _threads_of(door: Door, visit: Visit) -> ThreadPoolExecutor:
    """Who works at a visit that takes its time."""
    if visit.form.upload:
        return PICTURES
    if door.abroad:
        return ABROAD
    return SOUNDS if door.sounds else SLOW if door.slow else THREADS


def refusal(house: House, request: Request, refused: Refused) -> Response:
    """The page of a refusal, in the language and town of the address as far as they are known."""
    _, language, slug, *_ = [*request.url.path.split("/"), "", ""]
    town = house.towns.get(slug)
    if language not in CODES:
        language = accepted(request.headers.get("accept-language", ""))
    preferences = from_cookie(request.cookies.get("yorisoi_comfort"))
    way_out = f"/{language}/{slug}/" if town else "/"
    back = request.url.path if request.method == "POST" else ""
    reads = preferences.reads(language)
    context = refused.context(words_for(reads), way_out, back) | {
        "language": language,
        "reads": reads,
        "beside": preferences.beside(language),
        "phrases": unable(request.headers.get("user-agent", "")),
        "languages": LANGUAGES,
        "html_lang": CODES[language].html_lang,
        "town": town,
        "text": preferences.text,
        "contrast": preferences.contrast,
        "aloud": preferences.aloud,
        "url": partial(address, language=language, town=slug) if town else None,
        **house.told(language),
        "swap": request.headers.get("x-swap") == "1",
        "here": way_out,
        "service": None,
        "lender": house.lender,
    }
    return Response(page("resident/problem.html", context), refused.status, media_type="text/html")


def _line(address: str) -> str:
    """An address as a header can carry it: on one line, in ASCII."""
    return quote(address, safe="/%?&=:#")


def _at_once(visit: Visit, handler: Handler) -> Answer | None:
    """The answer, or None while another process keeps SQLite's one writer: then nothing has happened yet."""
    visit.patient = False
    try:
        return _run(visit, handler)
    except Unavailable as busy:
        if busy.begun:
            raise
        return None


def _run(visit: Visit, handler: Handler) -> Answer:
    with visit:
        return seat.answered(visit, handler(visit))


def responded(visit: Visit, answer: Answer) -> Response:
    """What is sent of an answer, with the visit's cookies."""
    headers = {"Content-Type": answer.media_type, "Cache-Control": "no-store", **answer.headers}
    if answer.encoding:
        headers["Content-Encoding"] = answer.encoding
    if answer.status == 303:
        headers["Location"] = _line(answer.to)
    elif answer.to:
        headers["Content-Location"] = _line(answer.to)
    if visit.swap:
        headers["X-Build"] = visit.house.assets.build
    elif "x-swap" in visit.request.headers:  # a page that cannot stand within another one comes whole
        headers["X-Build"] = ""
    response = Response(answer.body, answer.status, headers)
    for name, (value, seconds) in visit.set_cookies.items():
        secure = visit.house.settings.secure
        response.set_cookie(name, value, max_age=seconds, path="/", secure=secure, httponly=True, samesite="lax")
    return response
