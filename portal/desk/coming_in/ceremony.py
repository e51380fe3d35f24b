"""The ceremony with a passkey: what a page's script is told, and whether what the browser answers holds."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from portal.accounts.staff import challenge as challenges
from portal.accounts.staff import key as staff_keys
from portal.accounts.staff.key import StaffKey
from portal.accounts.staff.person import Person
from portal.desk.addresses import named
from portal.desk.visit import DeskVisit
from portal.language.words import say
from portal.security.passkey import ALGORITHMS, Credential, Place, Unproven, made, signed
from portal.storage.tries import PER_ADDRESS

AMISS = say("パスキーを、確かめられませんでした。もう一度、ボタンを押してください。")


class Wish(NamedTuple):
    """What the script does ("made" or "signed") with which words (JSON), where the script is, and the challenge."""

    act: str
    words: str
    script: str
    challenge: str


def place(visit: DeskVisit) -> Place:
    """Where keys of the staff are made."""
    return Place(named(visit.origin))


def elsewhere(visit: DeskVisit) -> str:
    """The address of this page where browsers have its keys; "" when the reader is there, or there is none."""
    here, name = place(visit), visit.request.headers.get("host", "").rpartition(":")[0]
    at = name or visit.request.headers.get("host", "")
    return f"{here.origin}{visit.here}" if here.able and at.lower() != urlsplit(here.origin).hostname else ""


def to_sign(visit: DeskVisit, person: Person | None = None) -> Wish:
    """The wish to sign with any key of this place, or with one of a person's."""
    held = staff_keys.of_person(visit.db, visit.house.keys, person) if person else []
    return _wish(visit, "signed", {"ids": [one.id for one in held]})


def to_make(visit: DeskVisit, person: Person) -> Wish:
    """The wish to make a key, where the person has none yet."""
    held = staff_keys.of_person(visit.db, visit.house.keys, person)
    user = f"{visit.say(visit.town.name)} {person.name}"
    handle = _text(bytes.fromhex(person.id))
    told = {"user": user, "handle": handle, "algorithms": ALGORITHMS, "others": [one.id for one in held]}
    return _wish(visit, "made", told)


def shown(visit: DeskVisit) -> StaffKey | None:
    """The key that has signed what this page asked for; None where nothing holds. Wrong ones are counted."""
    by_address = f"desk:{visit.client}"
    if not visit.may_try(by_address, PER_ADDRESS):
        return None
    key = staff_keys.by_id(visit.db, visit.house.keys, visit.town.code, _id(visit.form.typed.get("told", "")))
    challenge = _challenge(visit)
    if key is None or challenge is None:
        return None
    try:
        signature = signed(place(visit), challenge, key.credential, visit.form.typed.get("told", ""))
    except Unproven:
        return None
    staff_keys.use(visit.db, key, signature.counter, visit.now)
    visit.knew(by_address)
    return key


def brought(visit: DeskVisit) -> Credential | None:
    """The key that was just made; None where nothing holds."""
    challenge = _challenge(visit)
    if challenge is None:
        return None
    try:
        return made(place(visit), challenge, visit.form.typed.get("told", ""))
    except Unproven:
        return None


def _wish(visit: DeskVisit, act: str, more: dict[str, Any]) -> Wish:
    challenge = _text(challenges.new(visit.house.keys, visit.town.code, visit.now))
    told = {"place": place(visit).id, "challenge": challenge, **more}
    return Wish(act, json.dumps(told, ensure_ascii=False), visit.house.assets.path("passkey.js"), challenge)


def _challenge(visit: DeskVisit) -> bytes | None:
    """The challenge the form was about, used up by this."""
    challenge = _bytes(visit.form.typed.get("challenge", ""))
    if challenges.answered(visit.db, visit.house.keys, visit.town.code, challenge, visit.now):
        return challenge
    return None


def _id(told: str) -> str:
    try:
        read = json.loads(told)
    except ValueError:
        return ""
    return str(read.get("id", "")) if isinstance(read, dict) else ""


def _text(content: bytes) -> str:
    return urlsafe_b64encode(content).rstrip(b"=").decode()


def _bytes(text: str) -> bytes:
    try:
        return urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (Error, ValueError):
        return b""
