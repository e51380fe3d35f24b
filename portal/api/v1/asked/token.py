"""Access for a secret: OAuth 2's client credentials (RFC 6749, 4.4), by HTTP Basic or in the form."""

from __future__ import annotations

import binascii
from base64 import b64decode
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote_plus

from starlette.responses import Response

from portal.accounts import access, api_client, secret
from portal.accounts.api_client import ApiClient
from portal.accounts.secret import Secret
from portal.api.v1.call import Call
from portal.api.v1.entrance import rate
from portal.api.v1.entrance.entry import once_more, served, used
from portal.api.v1.operation import ANYBODY, Operation
from portal.api.v1.problems import Refused
from portal.api.v1.shapes.both import Both
from portal.api.v1.shapes.token import Token, TokenError, TokenWish

UNCACHED = {"Cache-Control": "no-store", "Pragma": "no-cache"}
FIELDS = 20
ERRORS = {
    "invalid_request": Both(
        "grant_type=client_credentials をフォームの形で送り、"
        "番号と秘密は、Basic かフォームのどちらか一方で送ってください。",
        "Send grant_type=client_credentials as a form, and id and secret either by Basic or in the form.",
    ),
    "unsupported_grant_type": Both(
        "grant_type は client_credentials だけです。", "The only grant_type here is client_credentials."
    ),
    "invalid_client": Both(
        "番号と秘密を確かめてください。取り消されたときは、この窓口を動かしている担当者に頼んでください。",
        "Check id and secret. If they were revoked, ask whoever runs this portal.",
    ),
    "invalid_scope": Both("このシステムにない scope です。", "This system does not have that scope."),
}


class Wrong(Exception):
    """No access; the text is a key of ERRORS."""


class Shown(NamedTuple):
    """An id and a secret, and whether they came by Basic."""

    id: str
    words: str
    basic: bool


def grant(call: Call) -> Response:
    """POST /token. Raises Refused: TooManyTries or TooMuch."""
    basic = call.request.headers.get("authorization", "").lower().startswith("basic ")
    try:
        form = _form(call.body)
        shown = _shown(call, form)
        if form.get("grant_type") != "client_credentials":
            raise Wrong("unsupported_grant_type" if form.get("grant_type") else "invalid_request")
        client, by = _system(call, shown)
        headers = rate.taken(call.house.settings, client)
        scopes = frozenset(form.get("scope", "").split()) or client.scopes
        if not scopes <= client.scopes:
            raise Wrong("invalid_scope")
    except Wrong as wrong:
        return _refused(call, str(wrong), basic)
    used(call.house, by, call.now)
    token = access.grant(call.house.keys, by, scopes, call.now)
    seconds = int(access.LASTS.total_seconds())
    told = Token(access_token=token, token_type="Bearer", expires_in=seconds, scope=" ".join(sorted(scopes)))
    return Response(told.model_dump_json(), headers=UNCACHED | headers, media_type="application/json")


def _form(body: bytes) -> dict[str, str]:
    try:
        pairs = parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=FIELDS)
    except ValueError:
        raise Wrong("invalid_request") from None
    form = dict(pairs)
    if len(form) != len(pairs):
        raise Wrong("invalid_request")
    return {name: value for name, value in form.items() if value}


def _shown(call: Call, form: dict[str, str]) -> Shown:
    scheme, _, rest = call.request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return Shown(form.get("client_id", ""), form.get("client_secret", ""), False)
    if "client_secret" in form:
        raise Wrong("invalid_request")
    try:
        id, _, words = b64decode(rest.strip(), validate=True).decode().partition(":")
    except (binascii.Error, ValueError):
        raise Wrong("invalid_client") from None
    return Shown(unquote_plus(id), unquote_plus(words), True)


def _system(call: Call, shown: Shown) -> tuple[ApiClient, Secret]:
    """The system whose secret was shown. Raises Wrong; Refused after too many wrong ones."""
    if not shown.words:
        raise Wrong("invalid_client")
    town, _, id = shown.id.partition("-")
    if town in served(call.house) and secret.town_of(shown.words) == town and id.isalnum() and id.isascii():
        with call.house.database.reading() as db:
            found = secret.by_words(db, shown.words, call.now)
            mine = found is not None and (found.municipality, found.client) == (town, id)
            client = api_client.by_id(db, town, id) if mine else None
        if found and client:
            return client, found
    if not once_more(call.house, call.request, shown.words):
        raise Refused("TooManyTries")
    raise Wrong("invalid_client")


def _refused(call: Call, error: str, basic: bool) -> Response:
    """What RFC 6749, 5.2 wants; its description may hold no Japanese, so the caller's language stands beside it."""
    words = ERRORS[error]
    told = TokenError.model_construct(error=error, error_description=words.en, detail=words.told(call.language))
    headers = UNCACHED | ({"WWW-Authenticate": 'Basic realm="yorisoi"'} if error == "invalid_client" else {})
    status = 401 if error == "invalid_client" else 400
    return Response(told.model_dump_json(), status, headers, media_type="application/json")


FORM = "application/x-www-form-urlencoded"
OPERATIONS = (
    Operation(
        id="getToken",
        method="POST",
        path="/api/v1/token",
        handler=grant,
        says=Both(
            "秘密を、15分使えるトークンに替えます（OAuth 2）", "Changes a secret into a token for 15 minutes (OAuth 2)"
        ),
        more=Both(
            "RFC 6749 4.4 の client credentials です。番号と秘密は、Basic かフォームで送ります。"
            "うまくいかないときは、400 か 401 で、RFC 6749 5.2 の形が返ります。",
            "Client credentials of RFC 6749, 4.4; id and secret by Basic or in the form. "
            "What goes wrong is told as RFC 6749, 5.2 has it, with 400 or 401.",
        ),
        scope=ANYBODY,
        takes=TokenWish,
        taken_as=(FORM,),
        gives=Token,
        gives_says=Both("トークン", "The token"),
        problems=("TooManyTries",),
    ),
)
