"""Doubts: from the kind of answer, from the other answers, and from what may be left empty."""

from __future__ import annotations

from datetime import date, datetime

from portal.catalogue.version import Version
from portal.journey import doubts
from portal.journey import draft as drafts
from portal.journey.asking import asking
from portal.journey.draft import Kept
from portal.journey.path import path
from portal.journey.submit import submit
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.catalogue.given import QUESTIONS, TOWN, service
from tests.journey.given import VALUES
from tests.journey.test_submit import sending

TODAY = date(2026, 11, 24)
PHONE = {"id": "phone", "kind": "phone", "ask": "電話番号", "short": "電話", "required": "soft"}
VERSION = Version.of(TOWN.code, "cash", date(2026, 4, 1), service(questions=[*QUESTIONS[:4], PHONE]))


def drafted(database: Database, now: datetime, phone: Kept | None) -> drafts.Draft:
    with database.writing() as db:
        draft = drafts.begin(db, VERSION, now)
        for key, value in VALUES.items():
            drafts.keep(db, draft, key, Kept({"value": "typed"}, value, answered=True), now)
        if phone:
            drafts.keep(db, draft, "phone", phone, now)
    return draft


def codes(draft: drafts.Draft) -> list[tuple[str, str]]:
    return [(found.stop.key, found.doubt.code) for found in doubts.all_of(draft, path(draft), "ja", TODAY)]


def test_an_answer_in_order_raises_none(database: Database, now: datetime) -> None:
    assert codes(drafted(database, now, Kept({"value": "03-1234-5678"}, "0312345678", answered=True))) == []


def test_what_may_stay_empty_is_a_doubt_when_it_does(database: Database, now: datetime) -> None:
    assert codes(drafted(database, now, Kept({"value": ""}, None, answered=True))) == [("phone", doubts.EMPTY)]


def test_what_nobody_could_read_goes_as_it_was_typed(database: Database, now: datetime) -> None:
    draft = drafted(database, now, Kept({"value": "隣の家"}, None, answered=True))
    assert codes(draft) == [("phone", doubts.AS_TYPED)]
    assert asking(draft, path(draft)[-1], "ja").shown(draft, TODAY) == ("隣の家",)


def test_a_question_not_answered_yet_raises_none(database: Database, now: datetime) -> None:
    assert codes(drafted(database, now, None)) == []


def test_staff_see_what_stayed_doubtful(database: Database, keys: Keys, now: datetime) -> None:
    draft = drafted(database, now, Kept({"value": "隣の家"}, None, answered=True))
    draft.answers["born"] = Kept({}, "2020-04-01", answered=True)
    with database.writing() as db:
        case = submit(db, draft, sending(keys, now))
    assert [(flag.answer, flag.code) for flag in case.flags] == [("born", "very-young"), ("phone", "as-typed")]
    assert "6歳" in case.flags[0].message
    assert case.answers[-1].shown == ("隣の家",)
