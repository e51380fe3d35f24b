"""The receipt's quiet offer: whoever has a passkey may sign what they sent once more, with a key of their own."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

from portal.cases.since import signing
from portal.cases.since.signing import About, Signing
from portal.consent import wording
from portal.consent.bundle import Later
from portal.consent.own_key.challenge import written
from portal.consent.record import Act
from portal.language.words import SOURCE, say, words_for
from portal.security.passkey import ALGORITHMS, Place, Unproven
from portal.storage.tries import PER_ADDRESS
from portal.web.visit import Visit

SIGN = say("この申し込みに、鍵（パスキー）で｜印《しるし》を付けます。")
AMISS = say(
    "鍵の｜印《しるし》を、確かめられませんでした。申し込みは、受けつけてあります。もう一度押すか、このまま終わってください。"
)


class Offer(NamedTuple):
    """What the page's script is told (JSON), and where the script is."""

    wish: str
    script: str


def offer(visit: Visit, about: About, later: Sequence[Later]) -> Offer | None:
    """What is needed to sign; None where browsers have no keys for our address, or nothing can be signed any more."""
    place = Place(visit.origin)
    if not place.able or not signing.possible(about, later):
        return None
    user = f"{visit.say(visit.town.name)} {about.case.number}"
    wish = {"place": place.id, "user": user, "challenge": written(signing.wanted(about)), "algorithms": ALGORITHMS}
    return Offer(json.dumps(wish, ensure_ascii=False), visit.house.assets.path("passkey.js"))


def take(visit: Visit, about: About) -> str:
    """Keep the signature; gives what to say where it does not fit, else ""."""
    if not visit.may_try(f"passkey:{visit.client}", PER_ADDRESS):
        return visit.say(AMISS)
    typed, chosen = visit.form.typed, visit.preferences
    role = "proxy" if about.case.helper and about.word is None else "self"
    act = Act(role, "passkey", chosen.text, visit.now, chosen.aloud, chosen.also_in(visit.language))
    words = wording.signature(words_for(visit.language)(SIGN), words_for(SOURCE)(SIGN), visit.language)
    told = typed.get("made", ""), typed.get("signed", "")
    wish = Signing(visit.town, Place(visit.origin), *told, words, act, visit.origin)
    try:
        signing.sign(visit.db, visit.house.keys, about, wish)
    except Unproven:
        return visit.say(AMISS)
    return ""
