"""Problems: what did not work, for programs and for people (RFC 9457)."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from portal.web.errors import told

log = logging.getLogger(__name__)
TYPES = "/api/v1/openapi.json#/components/responses/"


@dataclass(frozen=True)
class Kind:
    """One kind of problem: HTTP status, title, and what to do about it."""

    status: int
    title: str
    detail: str


KINDS = {
    "NoToken": Kind(
        401,
        "トークンがありません",
        "「Authorization: Bearer トークン」というヘッダーを付けて、もう一度送ってください。",
    ),
    "UnknownToken": Kind(
        401,
        "このトークンは使えません",
        "写しまちがいがないか確かめてください。取り消されたときは、この窓口を動かしている担当者に新しいトークンを頼んでください。",
    ),
    "TooManyTries": Kind(
        429, "使えないトークンが何度も送られました", "15分たってから、正しいトークンで、もう一度送ってください。"
    ),
    "BadAfter": Kind(400, "after が読めません", "前の答えの next を、そのまま after に入れてください。"),
    "BadSince": Kind(
        400,
        "since が読めません",
        "RFC 3339 の日時を、時差も付けて書いてください。例: 2026-11-24T10:00:00+09:00（URLの中の + は %2B と書きます）",
    ),
    "BadLimit": Kind(400, "limit が読めません", "1から100までの数を書いてください。"),
    "BadSize": Kind(
        400,
        "old か new が読めません",
        "old は1から new まで、new は今の列の長さまでの数を書いてください。長さは、checkpoint の2行めにあります。",
    ),
    "TooOften": Kind(429, "続けて何度も読まれました", "15分たってから、もう一度送ってください。"),
    "NotFound": Kind(
        404,
        "見つかりません",
        "アドレスを確かめてください。ほかの町やほかの課の申し込みは、このトークンでは見られません。",
    ),
    "NotAllowed": Kind(405, "この方法では使えません", "このAPIは読むだけです。GET を使ってください。"),
    "OurFault": Kind(500, "うまく動きませんでした", "こちらの不具合です。少したってから、もう一度送ってください。"),
}
OF_STATUS = {404: "NotFound", 405: "NotAllowed"}
RETRY_SECONDS = 15 * 60


class Refused(Exception):
    """A request that stops here; `kind` is a key of KINDS."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


def refused(request: Request, error: Exception) -> Response:
    """The answer to a request that was refused."""
    assert isinstance(error, Refused)
    return problem(request, error.kind)


def not_routed(request: Request, error: Exception) -> Response:
    """The answer where no route fits."""
    assert isinstance(error, HTTPException)
    return problem(request, OF_STATUS.get(error.status_code, "NotFound"), dict(error.headers or {}))


def failed(request: Request, error: Exception) -> Response:
    """The answer to a fault of ours."""
    log.error("%s failed: %s", request.url.path, told(error))
    return problem(request, "OurFault")


def problem(request: Request, kind: str, headers: dict[str, str] | None = None) -> Response:
    """A problem as application/problem+json."""
    known = KINDS[kind]
    body = {
        "type": TYPES + kind,
        "title": known.title,
        "status": known.status,
        "detail": known.detail,
        "instance": request.url.path,
    }
    told = {"Cache-Control": "no-store", **(headers or {})}
    if known.status == 401:
        told["WWW-Authenticate"] = 'Bearer realm="yorisoi"'
    if known.status == 429:
        told["Retry-After"] = str(RETRY_SECONDS)
    data = json.dumps(body, ensure_ascii=False).encode()
    return Response(data, known.status, told, media_type="application/problem+json")
