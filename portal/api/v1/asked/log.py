"""A town's log as everybody may see it: its public keys, its newest signed head, proofs that it only grew.

Nothing in it tells of a person. It is plain text, as witnesses and `yorisoi consent verify` read it.
"""

from __future__ import annotations

import re
from base64 import b64encode

from starlette.responses import Response

from portal.api.v1.call import Call
from portal.api.v1.operation import ANYBODY, Operation, Parameter
from portal.api.v1.problems import Refused
from portal.api.v1.shapes.both import Both
from portal.consent import log
from portal.consent.proof import consistency
from portal.consent.signing_keys import history
from portal.municipalities import Municipality
from portal.security.allowance import Allowance
from portal.web.caller import caller

LOOKS = Allowance(120, 60)
"""How often one caller may look in a minute; caches answer before us."""
KEYS, HEAD, PROOF = ("public, max-age=3600", "public, max-age=60", "public, max-age=86400")
"""How long each may be kept by whomever: a new key beside the old one may come late, a proof never changes."""
ABOUT_KEYS = """\
# {name}
# Every head of the log is signed with each of these keys, the newest first; above each stands since when.
# One with a time after "until" signs no more, and nothing that is dated later was signed by it.
"""
SIZE = re.compile(r"0|[1-9][0-9]{0,15}")


def keys(call: Call) -> Response:
    """GET /logs/{town}/log.pub. Raises Refused."""
    town = _town(call)
    with call.house.database.reading() as db:
        lines = [verifier.told for verifier in history.verifiers(db, call.house.keys, town.code)]
    return _text(ABOUT_KEYS.format(name=town.name) + "".join(f"{line}\n" for line in lines), KEYS)


def head(call: Call) -> Response:
    """GET /logs/{town}/checkpoint. Raises Refused."""
    town = _town(call)
    with call.house.database.reading() as db:
        edge = log.head(db, town.code)
    return _text(log.checkpoint(call.house.keys, town.code, edge), HEAD)


def proof(call: Call) -> Response:
    """GET /logs/{town}/proof?old=SIZE&new=SIZE: one hash a line. Raises Refused."""
    town = _town(call)
    old, new = (call.request.query_params.get(name, "") for name in ("old", "new"))
    if not SIZE.fullmatch(old) or not SIZE.fullmatch(new):
        raise Refused("BadSize")
    try:
        with call.house.database.reading() as db:
            hashes = log.proof(db, town.code, consistency(int(old), int(new)))
    except (ValueError, KeyError):
        raise Refused("NoSuchSize") from None
    return _text("".join(f"{b64encode(hash).decode()}\n" for hash in hashes), PROOF)


def _town(call: Call) -> Municipality:
    if not LOOKS.take(caller(call.request)):
        raise Refused("TooOften")
    town = call.house.towns.get(call.part("town"))
    if town is None:
        raise Refused("NotFound")
    return town


def _text(body: str, kept: str) -> Response:
    return Response(body, headers={"Cache-Control": kept}, media_type="text/plain; charset=utf-8")


PLAIN = Both(
    "文字だけの答え。人のことは入っていないので、だれが写しを持っていてもかまいません",
    "Plain text. Nothing in it tells of a person, so anybody may keep a copy",
)
NUMBER = {"type": "integer", "minimum": 0, "maximum": 10**16 - 1}

OPERATIONS = (
    Operation(
        id="getLogKeys",
        method="GET",
        path="/api/v1/logs/{town}/log.pub",
        handler=keys,
        says=Both(
            "記録の列に署名する鍵の、公開してよい半分を受けとります", "The public keys that a town's log is signed with"
        ),
        more=Both(
            "一行に一つ、新しい鍵からならびます（C2SP signed-note、Ed25519）。# で始まる行は読みとばしてください。\n"
            "記録の列の先頭には、until のない鍵が、すべて署名します。"
            "鍵のすぐ上の行に、使い始めた時（from）と、使い終わった時（until）があります。\n"
            "写しを自分でも持っておき、変わったときは町に聞いてください。"
            "`yorisoi consent verify` の --key に、そのまま使えます。",
            "One a line, the newest first (C2SP signed-note, Ed25519); skip lines that begin with #.\n"
            "Each head of the log is signed with all that have no until. The line above a key says since when\n"
            "it signs (from), and of one that signs no more until when.\n"
            "Keep a copy, and ask the town when it changes. It is ready for --key of `yorisoi consent verify`.",
        ),
        scope=ANYBODY,
        given_as="text/plain",
        gives_says=PLAIN,
        problems=("TooOften",),
    ),
    Operation(
        id="getLogHead",
        method="GET",
        path="/api/v1/logs/{town}/checkpoint",
        handler=head,
        says=Both(
            "記録の列の、今の先頭を受けとります（C2SP tlog-checkpoint）",
            "The newest head of a town's log (C2SP tlog-checkpoint)",
        ),
        more=Both(
            "名前、長さ、根、署名が入っています。人のことは、何も入っていません。\n"
            "毎日とっておくと、あとから列が作り直されていないかを、だれでも確かめられます。",
            "Name, size, root and signatures; nothing of a person.\n"
            "Whoever keeps one of each day can show that the log was not made anew.",
        ),
        scope=ANYBODY,
        given_as="text/plain",
        gives_says=PLAIN,
        problems=("TooOften",),
    ),
    Operation(
        id="getLogProof",
        method="GET",
        path="/api/v1/logs/{town}/proof",
        handler=proof,
        says=Both(
            "列が、前の長さのときから作り直されずに続いている証明を受けとります（RFC 9162 2.1.4）",
            "Proof that the log goes on from what it was (RFC 9162, 2.1.4)",
        ),
        more=Both(
            "一行に一つ、Base64 で書いた SHA-256 です。`yorisoi consent verify` の --proof に、そのまま使えます。",
            "A SHA-256 in Base64 on each line, ready for --proof of `yorisoi consent verify`.",
        ),
        scope=ANYBODY,
        query=(
            Parameter("old", Both("前の長さ", "The size it was"), NUMBER, required=True),
            Parameter("new", Both("あとの長さ", "The size it is"), NUMBER, required=True),
        ),
        given_as="text/plain",
        gives_says=PLAIN,
        problems=("TooOften", "BadSize", "NoSuchSize"),
    ),
)
