"""The letter by post: a sheet with a code, for a person who is to be reached at the address the town has registered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any, NamedTuple

from sqlalchemy import Connection

from portal.cases import case as cases
from portal.cases.case import Case
from portal.cases.principal import invitation, standing
from portal.cases.principal.invitation import LETTER, LIVES
from portal.cases.principal.standing import WAITING
from portal.catalogue.published import recalled
from portal.language.dates import JAPAN, shown
from portal.language.marks import plain
from portal.language.words import SOURCE, words_for
from portal.municipalities import Municipality
from portal.security.keys import Keys
from portal.typesetting.pdf import pdf

GROUP = 3
"""Digits of the code that are read at a time."""
TITLE = "あなたの申し込みを、確かめてください"
ASK = "あなたが頼んだかどうかを、教えてください。"
PICTURE = "スマホのカメラで読むもよう"
BY_PHONE: Mapping[str, Any] = {
    "heading": "スマホやパソコンで答えるとき",
    "label": "手紙の番号",
    "steps": [
        "スマホのカメラを、左のもように向けます。カメラを使わないときは、上の文字を入れます。",
        "手紙の番号と、あなたの生まれた日を書きます。",
        "内容を読んで、「押す」か「いいえ」を選びます。",
    ],
}
UNTIL = "この番号は、{until}まで、一回だけ使えます。ほかの人に教えないでください。"
BY_CALL = ("スマホやパソコンを使わないとき", "{phone} に電話してください。受付番号は {number} です。")
NOT_ASKED: Mapping[str, Any] = {
    "heading": "頼んでいないとき",
    "lines": [
        "「いいえ」を選ぶか、電話してください。役所が、手続きを進める前に、あなたに話を聞きます。",
        "役所は、電話で「お金を払ってください」と言いません。",
    ],
}
"""What the sheet says, in the language of the office's own letters."""


class Unasked(Exception):
    """There is nobody to write to: no such case, nobody is to be asked, or they have answered. The text says which."""


class Place(NamedTuple):
    """Where the person goes: the address in words, and a picture of it for a camera (SVG of our own making)."""

    address: str
    picture: str


def letter(
    db: Connection, keys: Keys, about: tuple[Municipality, Case], to: Sequence[str], where: tuple[Place, datetime]
) -> bytes:
    """The sheet as PDF/UA-1, with a fresh code; that of an earlier sheet ends. `to` are the lines of the address."""
    (town, case), (place, now) = about, where
    code = invitation.issue(db, keys, (town.code, case.id), LETTER, now)
    office = town.departments[case.department]
    day = partial(shown, words=words_for(SOURCE))
    phone = plain(office.phone)
    return pdf(
        "letter",
        {
            "language": SOURCE,
            "town": plain(town.name),
            "title": TITLE,
            "to": [*(to or registered(db, case)), f"{case.applicant} 様"],
            "from": [day(now.astimezone(JAPAN).date()), f"{plain(town.name)} {plain(office.name)}", f"電話 {phone}"],
            "parts": [
                {"lines": [_sent(case, day(case.received.astimezone(JAPAN).date())), ASK]},
                {**BY_PHONE, **_way(code, place)},
                {"lines": [UNTIL.format(until=day((now + LIVES[LETTER]).astimezone(JAPAN).date()))]},
                {"heading": BY_CALL[0], "lines": [BY_CALL[1].format(phone=phone, number=case.number)]},
                NOT_ASKED,
            ],
        },
    )


def _sent(case: Case, day: str) -> str:
    helper = case.helper.name if case.helper else ""
    return f"{day}に、{helper} さんが、あなたの代わりに「{plain(case.title)}」を申し込みました。"


def _way(code: str, place: Place) -> dict[str, Any]:
    grouped = " ".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))
    return {"code": grouped, "address": place.address, "picture": {"svg": place.picture, "alt": PICTURE}}


def waited_for(db: Connection, keys: Keys, town: Municipality, number: str) -> Case:
    """The case of a receipt number whose person is still to be asked. Raises Unasked."""
    case = cases.by_number(db, keys, town.code, number)
    if case is None:
        raise Unasked(f"There is no case {number} in {town.slug}.")
    found = standing.of(db, keys, case)
    if found is None:
        raise Unasked(f"Nobody applied for somebody else in case {number}, or nobody had asked them to.")
    if found.state != WAITING:
        raise Unasked(f"There is nothing to ask in case {number}: {standing.OFFICE[found.state]}.")
    return case


def registered(db: Connection, case: Case) -> tuple[str, ...]:
    """The person's address as it was written in the application, for the office to hold against its register."""
    version = recalled(db, case.municipality, case.version)
    ids = (
        {question.id for question in version.source.questions if question.role == "applicant_address"}
        if version
        else ()
    )
    return next((answer.shown for answer in case.answers if answer.id in ids), ())
