"""What the log holds under the number on a receipt, for whoever typed it or scanned its code; no personal word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from portal.catalogue.published import recalled
from portal.catalogue.version import Version
from portal.consent import wording
from portal.consent.findings import FAILED, LIMITS, NEXT, PROVEN, Finding
from portal.consent.inquiry.code import read_code
from portal.consent.inquiry.held import Held, held
from portal.language.dates import minute_shown
from portal.language.words import Say, say
from portal.resident.checking.file import unknown
from portal.security.allowance import Allowance
from portal.web.errors import Refused
from portal.web.house import Answer
from portal.web.visit import Visit

LOOKS = Allowance(60, 600)
"""Numbers one caller may look for in ten minutes."""
KNOWN = 0.2
"""What a number that is there takes of it: an office behind one address looks for many, and guesses none."""
ROLES: Mapping[str, Say] = {"self": say("本人"), "proxy": say("代わりの人"), "partner": say("紙の申し込みを受けた窓口")}
THERE = say("この番号の記録は、役所にあります。")
GONE = say("この番号の申し込みは、取りやめてあります。")
BROKEN = say("この番号の記録は、あとから変わっています。")
PAPER = say("紙に書いてある名前や答えが本物かどうかは、番号だけでは、わかりません。保存した控えで確かめてください。")


def show(visit: Visit) -> Answer:
    """The record of a number, or kind words where there is none. Raises Refused for too many tries."""
    typed = visit.parts["code"]
    code = read_code(typed)
    found = held(visit.db, visit.town.code, code) if code else None
    if not LOOKS.take(visit.client, KNOWN if found else 1):
        raise Refused(429)
    if code is None or found is None:
        return unknown(visit, typed)
    first = found.records[0]
    version = _version(visit, first)
    taken = next((minute_shown(one.at, visit.words) for one in found.back if not one.purpose), "")
    rows = [
        (visit.say("確かめる番号"), code.text),
        (visit.say("手続き"), version.told(visit.reads).service.title if version else first["service"]["id"]),
        (visit.say("押した日"), minute_shown(found.at, visit.words)),
        (visit.say("押した人"), visit.say(ROLES.get(first["actor"]["role"], ""))),
        (visit.say("取りやめた日"), taken),
        (visit.say("記録の場所"), visit.say("{size}の記録のうち、{n}番め", size=found.size, n=found.place + 1)),
    ]
    return visit.page(
        "resident/checked.html",
        title=visit.say(BROKEN if not found.whole else GONE if taken else THERE),
        rows=[(label, [line]) for label, line in rows if line],
        place=visit.say(Finding("place", PROVEN if found.whole else FAILED).sentence),
        next="" if found.whole else visit.say(NEXT),
        statements=_statements(visit, found, version) if version else [],
        limits=[visit.say(one) for one in (*LIMITS[:-1], PAPER)],
    )


def _version(visit: Visit, record: Mapping[str, Any]) -> Version | None:
    hash = record["service"]["sha256"]
    known = visit.house.catalogue.by_hash(visit.town.code, hash)
    return known or recalled(visit.db, visit.town.code, hash)


def _statements(visit: Visit, found: Held, version: Version) -> list[tuple[str, str]]:
    """The words of what was agreed to, each with the day it was taken back or ""; those only whose hash is recorded."""
    words = {
        hashes["source_sha256"]: told["text"]
        for part in wording.parts(version, visit.reads)
        for told, hashes in zip(part.shown, part.hashes, strict=True)
    }
    back = {one.purpose: minute_shown(one.at, visit.words) for one in found.back if one.purpose}
    return [
        (words[hashes["source_sha256"]], next((back[one["id"]] for one in record["purposes"] if one["id"] in back), ""))
        for record in found.records
        for hashes in record["statements"]["shown"]
        if hashes["source_sha256"] in words
    ]
