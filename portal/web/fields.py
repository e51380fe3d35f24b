"""What a form brings: typed words by field name, the button pressed, at most one file."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from portal.web.errors import Refused

FIELDS = 300
WORDS = 200_000
"""Most bytes of a form without a file."""
A_PAGE = 2_000_000
"""Most bytes of a form that brings a page of ours, where a letter of Japanese takes nine."""


@dataclass(frozen=True)
class Upload:
    """A file as it came: its name on the sender's device and its bytes."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True)
class Form:
    """One submitted form; `do` is the button's value."""

    typed: dict[str, str] = field(default_factory=dict, repr=False)
    do: str = ""
    upload: Upload | None = None


async def read(request: Request, upload_limit: int, words: int = WORDS) -> Form:
    """The form of a request, of so many bytes of words. Raises Refused for one that is too large or broken."""
    kind = request.headers.get("content-type", "")
    if kind.startswith("multipart/form-data"):
        return await _multipart(request, upload_limit + WORDS)
    body = await _body(request, words)
    try:
        pairs = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=FIELDS)
    except ValueError:
        raise Refused(413) from None
    return _form(dict(pairs), None)


async def _multipart(request: Request, limit: int) -> Form:
    body = await _body(request, limit)

    async def stream() -> AsyncGenerator[bytes, None]:
        yield body
        yield b""

    parser = MultiPartParser(request.headers, stream(), max_files=2, max_fields=FIELDS, max_part_size=WORDS)
    parser.spool_max_size = limit  # a resident's photo never touches the disk unsealed
    try:
        parts = await parser.parse()
    except (MultiPartException, KeyError, UnicodeError):
        raise Refused(400) from None
    typed: dict[str, str] = {}
    upload = None
    for name, part in parts.multi_items():
        if not isinstance(part, UploadFile):
            typed[name] = part
        elif part.filename:
            upload = Upload(_plain(part.filename), await part.read())
    await parts.close()
    return _form(typed, upload)


async def _body(request: Request, limit: int) -> bytes:
    if int(request.headers.get("content-length") or 0) > limit:
        raise Refused(413)
    chunks: list[bytes] = []
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > limit:
            raise Refused(413)
        chunks.append(chunk)
    return b"".join(chunks)


def _form(typed: dict[str, str], upload: Upload | None) -> Form:
    plain = {_plain(name): _plain(text) for name, text in typed.items()}
    do = plain.pop("do", "")
    return Form(plain, do, upload)


def _plain(text: str) -> str:
    """Text every page and file can carry: line ends as typed (browsers send CRLF), whole letters, no zeros."""
    return text.replace("\r\n", "\n").replace("\0", "").encode("utf-8", "replace").decode()
