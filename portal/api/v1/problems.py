"""Problems: what did not work, for programs and for people, in the caller's language (RFC 9457)."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from portal.api.v1.kinds import KINDS
from portal.preferences import accepted
from portal.web.errors import told

log = logging.getLogger(__name__)
TYPES = "/api/v1/openapi.json#/components/responses/"
OF_STATUS = {404: "NotFound", 405: "NotAllowed"}
RETRY_SECONDS = 15 * 60
"""How long too many wrong tokens are remembered."""
MEDIA_TYPE = "application/problem+json"


class Refused(Exception):
    """A request that stops here; `kind` is a key of KINDS, `more` goes into the problem, `headers` above it."""

    def __init__(self, kind: str, headers: Mapping[str, str] | None = None, **more: Any) -> None:
        super().__init__(kind)
        self.kind = kind
        self.headers = dict(headers or {})
        self.more = more


@dataclass(frozen=True)
class Amiss:
    """One part of a body that cannot be taken: where (a JSON pointer), and what to do, in the caller's language."""

    pointer: str
    detail: str

    @property
    def told(self) -> dict[str, str]:
        """It as a problem tells of it."""
        return {"pointer": self.pointer, "detail": self.detail}


def language_of(request: Request) -> str:
    """The caller's language: English where it is wanted before Japanese, else Japanese."""
    return "en" if accepted(request.headers.get("accept-language", "")) == "en" else "ja"


def refused(request: Request, error: Exception) -> Response:
    """The answer to a request that was refused."""
    assert isinstance(error, Refused)
    return problem(request, error.kind, error.headers, error.more)


def not_routed(request: Request, error: Exception) -> Response:
    """The answer where no route fits."""
    assert isinstance(error, HTTPException)
    return problem(request, OF_STATUS.get(error.status_code, "NotFound"), dict(error.headers or {}))


def failed(request: Request, error: Exception) -> Response:
    """The answer to a fault of ours."""
    log.error("%s failed: %s", request.url.path, told(error))
    return problem(request, "OurFault")


def problem(
    request: Request, kind: str, headers: Mapping[str, str] | None = None, more: Mapping[str, Any] | None = None
) -> Response:
    """A problem as application/problem+json."""
    known, language = KINDS[kind], language_of(request)
    body = {
        "type": TYPES + kind,
        "title": known.title.told(language),
        "status": known.status,
        "detail": known.detail.told(language),
        "instance": request.url.path,
        **(more or {}),
    }
    told = {"Cache-Control": "no-store", "Content-Language": language, "Vary": "Accept-Language", **(headers or {})}
    if known.status == 401:
        told["WWW-Authenticate"] = 'Bearer realm="yorisoi"'
    if known.status == 429:
        told.setdefault("Retry-After", str(RETRY_SECONDS))
    data = json.dumps(body, ensure_ascii=False).encode()
    return Response(data, known.status, told, media_type=MEDIA_TYPE)
