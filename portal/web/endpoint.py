"""From a request to a visit to a response; the visit commits before a byte is sent."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable

from anyio import CapacityLimiter, to_thread
from prometheus_client import CollectorRegistry, Counter
from starlette.requests import Request
from starlette.responses import Response

from portal.language.words import CODES, LANGUAGES, words_for
from portal.preferences import accepted, from_cookie
from portal.templating import page
from portal.web.errors import Refused
from portal.web.fields import read
from portal.web.house import Answer, Door, Handler, House
from portal.web.visit import Visit

log = logging.getLogger(__name__)
REGISTRY = CollectorRegistry()
ANSWERS = Counter("yorisoi_answers", "Answers given to residents", ["page", "status"], registry=REGISTRY)
THREADS = 8
"""Most visits at once off the event loop: as many as the database pool's ready connections."""
_threads = CapacityLimiter(THREADS)


def endpoint(house: House, name: str, door: Door) -> Callable[[Request], Awaitable[Response]]:
    """The ASGI endpoint of one page."""

    async def answer(request: Request) -> Response:
        try:
            form = await read(request, house.settings.upload_limit) if request.method == "POST" else None
            handler = door.show if form is None else door.take
            if handler is None:
                raise Refused(404)
            visit = Visit(house, request, name, form)
            # SQLite has one writer and answers in microseconds: a thread would cost more than the work.
            if house.database.is_sqlite and not door.slow and not visit.form.upload:
                result = _run(visit, handler)
            else:
                result = await to_thread.run_sync(_run, visit, handler, limiter=_threads)
        except Refused as refused:
            return _counted(name, refusal(house, request, refused))
        except Exception:
            log.exception("%s failed", name)
            return _counted(name, refusal(house, request, Refused(500)))
        return _counted(name, _response(visit, result))

    return answer


def refusal(house: House, request: Request, refused: Refused) -> Response:
    """The page of a refusal, in the language and town of the address as far as they are known."""
    _, language, slug, *_ = [*request.url.path.split("/"), "", ""]
    town = house.towns.get(slug)
    if language not in CODES:
        language = accepted(request.headers.get("accept-language", ""))
    preferences = from_cookie(request.cookies.get("yorisoi_comfort"))
    way_out = f"/{language}/{slug}/" if town else "/"
    context = refused.context(words_for(language), way_out) | {
        "language": language,
        "languages": LANGUAGES,
        "html_lang": CODES[language].html_lang,
        "town": town,
        "text": preferences.text,
        "contrast": preferences.contrast,
        "url": None,
        "asset": house.assets.path,
        "swap": request.headers.get("x-swap") == "1",
        "here": way_out,
        "service": None,
    }
    return Response(page("resident/problem.html", context), refused.status, media_type="text/html")


def _run(visit: Visit, handler: Handler) -> Answer:
    with visit:
        return handler(visit)


def _response(visit: Visit, answer: Answer) -> Response:
    headers = {"Content-Type": answer.media_type, "Cache-Control": "no-store"}
    if answer.encoding:
        headers["Content-Encoding"] = answer.encoding
    if answer.status == 303:
        headers["Location"] = answer.to
    elif answer.to:
        headers["Content-Location"] = answer.to
    response = Response(answer.body, answer.status, headers)
    for name, (value, seconds) in visit.set_cookies.items():
        secure = visit.house.settings.secure
        response.set_cookie(name, value, max_age=seconds, path="/", secure=secure, httponly=True, samesite="lax")
    return response


def _counted(name: str, response: Response) -> Response:
    ANSWERS.labels(name, str(response.status_code)).inc()
    return response
