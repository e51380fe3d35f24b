"""The body of a call: no longer than it may be, of the right media type, read by its model."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import from_json
from starlette.requests import Request

from portal.api.v1.entrance.amiss import amiss
from portal.api.v1.operation import JSON, WORDS, Operation
from portal.api.v1.problems import Refused, language_of
from portal.web.house import House

BASE64 = 4 / 3
"""Bytes of a file in JSON for each of its own."""
FILES = 4
"""Files of the largest size that fit into one body."""


def limit(house: House, operation: Operation) -> int:
    """Most bytes of a body."""
    return WORDS + (int(house.settings.upload_limit * BASE64 * FILES) if operation.uploads else 0)


def size(house: House, request: Request, operation: Operation) -> int:
    """Bytes to make room for: of a body that may have files, as many as it says it has, or may have."""
    if not operation.uploads:
        return 0
    told, most = request.headers.get("content-length", ""), limit(house, operation)
    return min(int(told), most) if told.isdecimal() else most


async def brought(house: House, request: Request, operation: Operation) -> bytes:
    """The bytes of a body; none for an operation that takes none. Raises Refused: WrongMediaType or TooLarge."""
    if operation.takes is None:
        return b""
    kind, _, more = request.headers.get("content-type", "").partition(";")
    charset = more.strip().lower().removeprefix("charset=").strip('"')
    if kind.strip().lower() not in operation.taken_as or charset not in {"", "utf-8"}:
        raise Refused("WrongMediaType", {"Accept": ", ".join(operation.taken_as)})
    most = limit(house, operation)
    told = request.headers.get("content-length", "")
    if told.isdecimal() and int(told) > most:
        raise Refused("TooLarge", most=most)
    chunks, size = list[bytes](), 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > most:
            raise Refused("TooLarge", most=most)
        chunks.append(chunk)
    return b"".join(chunks)


def read(request: Request, operation: Operation, brought: bytes) -> Any:
    """The model of a JSON body, else the bytes. Raises Refused: BadJson or BadBody."""
    shape = operation.takes
    if shape is None or JSON not in operation.taken_as:
        return brought
    return _model(shape, brought, language_of(request))


def _model(shape: type[BaseModel], brought: bytes, language: str) -> BaseModel:
    try:
        return shape.model_validate_json(brought)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False)
        if any(each["type"] == "json_invalid" for each in found):
            raise Refused("BadJson") from None
        told = amiss(found[:100], from_json(brought), language)
        raise Refused("BadBody", errors=[each.told for each in told]) from None
