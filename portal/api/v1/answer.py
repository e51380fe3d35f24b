"""Answers: JSON by its model, with a strong ETag, and 304 for who has it already.

An answer that travels compressed is another row of bytes, so its tag says so; which of them was read makes no
difference to who sends it back.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from portal.web.kept import ENCODERS, encoding_for

PRIVATE = {"Cache-Control": "no-store"}
WORTH = 500
"""Bytes from which compressing pays."""


def json_of(request: Request, told: BaseModel, headers: Mapping[str, str] | None = None, status: int = 200) -> Response:
    """What a caller is told, with its ETag."""
    return tagged(request, plain(told), "application/json", headers, status)


def plain(told: BaseModel) -> bytes:
    """What a caller is told, as it is tagged."""
    return told.model_dump_json(exclude_unset=True).encode()


class Tagged(Response):
    """An answer that knows its bytes as they are without compression."""

    plain = b""


def tagged(
    request: Request, data: bytes, media_type: str, headers: Mapping[str, str] | None = None, status: int = 200
) -> Response:
    """Bytes with their ETag; 304 for a reader who has them already."""
    tag = tag_of(data)
    told = PRIVATE | dict(headers or {})
    told["Vary"] = ", ".join(filter(None, (told.get("Vary"), "Accept-Encoding")))
    encoding = ""
    if len(data) >= WORTH and media_type.endswith(("json", "html", "text")):
        encoding = encoding_for(request.headers.get("accept-encoding", ""), ENCODERS)
    told["ETag"] = f'"{tag}-{encoding}"' if encoding else f'"{tag}"'
    if request.method in {"GET", "HEAD"} and names(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=told)
    if encoding:
        told["Content-Encoding"] = encoding
    response = Tagged(ENCODERS[encoding](data), status, told, media_type=media_type)
    response.plain = data
    return response


def tag_of(data: bytes) -> str:
    """The tag of bytes, however they travel."""
    return hashlib.sha256(data).hexdigest()[:32]


def names(header: str, tag: str, *, strong: bool = False) -> bool:
    """Whether an If-None-Match header, or with `strong` an If-Match header, names a tag."""
    told = [each.strip() for each in header.split(",")]
    return told == ["*"] or any(_bare(each) == tag for each in told if not (strong and each.startswith("W/")))


def _bare(tag: str) -> str:
    text = tag.removeprefix("W/").strip('"')
    return next((text.removesuffix(f"-{name}") for name in ENCODERS if name and text.endswith(f"-{name}")), text)
