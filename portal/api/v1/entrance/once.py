"""Idempotency-Key (draft-ietf-httpapi-idempotency-key-header): the same again gets the same answer and does nothing.

An answer is kept for what succeeded. What was refused may be mended and sent again under the same key.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace

from starlette.responses import Response

from portal.accounts import once
from portal.accounts.once import OtherBody, Request, UnderWay
from portal.api.v1.answer import Tagged, tagged
from portal.api.v1.call import Call
from portal.api.v1.operation import Operation
from portal.api.v1.problems import Refused

KEY = re.compile(r'"?([\x21\x23-\x5b\x5d-\x7e]{1,200})"?')
"""A string of structured fields (RFC 9651) without escapes; those who forget the quotes are understood."""
KEPT = ("Location", "Content-Location")


def answered(operation: Operation, call: Call, body: bytes) -> Response:
    """The operation's answer, or the one it gave before. Raises Refused: NoKey, OtherBody, UnderWay or its own."""
    key = KEY.fullmatch(call.request.headers.get("idempotency-key", "").strip())
    if key is None:
        raise Refused("NoKey")
    asked = f"{operation.method} {call.request.url.path}"
    request = Request.of(call.client, key[1], asked, body)
    if (before := _begun(call, request)) is not None:
        told = json.loads(before)
        return tagged(call.request, told["body"].encode(), operation.given_as, told["headers"], told["status"])
    try:
        response = operation.handler(replace(call, once=request.work))
    except BaseException:
        with call.house.database.writing() as db:
            once.give_up(db, request)
        raise
    _keep(call, request, response)
    return response


def _begun(call: Call, request: Request) -> bytes | None:
    try:
        with call.house.database.writing() as db:
            return once.begin(db, call.house.keys, request, call.now)
    except OtherBody:
        raise Refused("OtherBody") from None
    except UnderWay:
        raise Refused("UnderWay", {"Retry-After": "2"}) from None


def _keep(call: Call, request: Request, response: Response) -> None:
    plain = response.plain.decode() if isinstance(response, Tagged) else ""
    headers = {name: response.headers[name] for name in KEPT if name in response.headers}
    told = {"status": response.status_code, "headers": headers, "body": plain}
    with call.house.database.writing() as db:
        once.keep(db, call.house.keys, request, json.dumps(told, ensure_ascii=False).encode())
