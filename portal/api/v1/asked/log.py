"""A town's log as everybody may see it: its public keys, its newest signed head, proofs that it only grew.

Nothing in it tells of a person. It is plain text, as witnesses and `yorisoi consent verify` read it.
"""

from __future__ import annotations

import re
from base64 import b64encode

from starlette.responses import Response

from portal.api.v1.call import Call
from portal.api.v1.problems import Refused
from portal.consent import log
from portal.consent.proof import consistency
from portal.municipalities import Municipality
from portal.security.allowance import Allowance
from portal.web.caller import caller

LOOKS = Allowance(120, 60)
"""How often one caller may look in a minute; caches answer before us."""
KEYS, HEAD, PROOF = ("public, max-age=3600", "public, max-age=60", "public, max-age=86400")
"""How long each may be kept by whomever: a new key beside the old one may come late, a proof never changes."""
ABOUT_KEYS = """\
# {name}
# Every head of the log is signed with each of these keys, the newest first. One that is no longer here signs no more.
"""
SIZE = re.compile(r"0|[1-9][0-9]{0,15}")


def keys(call: Call) -> Response:
    """GET /logs/{town}/log.pub. Raises Refused."""
    town = _town(call)
    lines = (verifier.line for verifier in log.verifiers(call.house.keys, town.code))
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
        raise Refused("BadSize") from None
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
