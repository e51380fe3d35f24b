"""Sending: consent, case and envelope together, once, with the answers on the way and no others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy import func, select

from portal.catalogue.version import Version
from portal.consent.canonical import canonical, commitment
from portal.consent.log import ConsentRow
from portal.delivery.outbox import EnvelopeRow
from portal.journey import draft as drafts
from portal.journey.draft import Kept
from portal.journey.submit import Sending, Unfinished, submit
from portal.security.keys import Keys
from portal.storage import files
from portal.storage.database import Database, rows
from tests.catalogue.given import QUESTIONS, TOWN, service
from tests.journey.given import CATALOGUE, VALUES, answered, begun


def sending(keys: Keys, now: datetime) -> Sending:
    """An act of sending."""
    return Sending(keys, TOWN, "ja", "button", 100, now)


def counted(database: Database) -> list[int]:
    """How many consents and envelopes there are."""
    with database.reading() as db:
        tables = (rows(ConsentRow), rows(EnvelopeRow))
        return [db.execute(select(func.count()).select_from(table)).scalar_one() for table in tables]


@pytest.mark.both_databases
def test_one_draft_becomes_one_case_however_often_it_is_sent(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        draft = answered(db, now)
        first = submit(db, draft, sending(keys, now))
    with database.writing() as db:
        second = submit(db, draft, sending(keys, now))
        assert drafts.find(db, CATALOGUE, "990019", draft.token, now) is None
    assert first.id == second.id
    assert counted(database) == [1, 1]


def test_an_unfinished_draft_is_not_sent(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        draft = answered(db, now)
        draft.answers["born"] = Kept({"year": "?"})
        with pytest.raises(Unfinished) as found:
            submit(db, draft, sending(keys, now))
    assert found.value.stop.key == "born"


def test_answers_off_the_way_stay_behind(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        case = submit(db, answered(db, now, take__a="no"), sending(keys, now))
    assert [answer.id for answer in case.answers] == ["name", "born", "family", "everyone"]


def test_a_sending_that_fails_half_way_leaves_the_draft(
    database: Database, keys: Keys, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    with database.writing() as db:
        draft = answered(db, now)

    def full(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("portal.journey.submit.outbox.post", full)
    with pytest.raises(OSError, match="space"), database.writing() as db:
        submit(db, draft, sending(keys, now))
    assert counted(database) == [0, 0]
    with database.reading() as db:
        assert drafts.find(db, CATALOGUE, "990019", draft.token, now) is not None


def test_the_case_knows_applicant_words_and_consent(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        case = submit(db, answered(db, now), sending(keys, now))
    assert (case.applicant, case.kana, case.birth_date) == ("山田　花子", "ヤマダ　ハナコ", "1935-04-01")
    assert case.answers[1].label == "生まれた日"
    assert case.answers[1].asked == "山田　花子さんの生まれた日"
    (entry,) = case.consent["records"]
    sealed = [{"id": a.id, "person": a.person, "value": a.value} for a in case.answers]
    assert entry["record"]["answers"]["commitment"] == commitment(case.consent["salt"], canonical(sealed))


def test_a_file_changes_its_key_on_the_way(database: Database, keys: Keys, now: datetime) -> None:
    card = {"id": "card", "kind": "photo", "ask": "写真", "short": "写真"}
    version = Version.of(TOWN.code, "cash", date(2026, 4, 1), service(questions=[*QUESTIONS[:4], card]))
    with database.writing() as db:
        draft = begun(db, now, version)
        files.keep(db, draft.sealer, files.File("f1", "990019", draft.id, "a.jpg", "image/jpeg", b"picture"))
        photo = {"pages": [{"file": "f1", "name": "a.jpg", "media_type": "image/jpeg", "size": 1, "amiss": []}]}
        for key, value in (VALUES | {"card": photo}).items():
            drafts.keep(db, draft, key, Kept({}, value, answered=True), now)
        case = submit(db, draft, sending(keys, now))
        kept = files.read(db, keys.town("990019"), "990019", "f1")
    assert case.files == ("f1",)
    assert kept is not None
    assert kept.content == b"picture"
    assert kept.name == "1-写真.jpg", "a clerk sees which picture it is"


MAIL = {"id": "mail", "kind": "email", "ask": "メール", "short": "メール", "role": "applicant_email", "required": False}


@pytest.mark.parametrize(
    ("asked", "given", "letters"),
    [({}, "a@b.example", 2), ({}, None, 1), ({"when": {"everyone": False}}, "a@b.example", 1)],
    ids=["given", "left out", "given, and then off the way"],
)
def test_who_gave_an_address_is_sent_a_receipt(
    database: Database, keys: Keys, now: datetime, asked: dict[str, Any], given: str | None, letters: int
) -> None:
    version = Version.of(TOWN.code, "cash", date(2026, 4, 1), service(questions=[*QUESTIONS[:4], MAIL | asked]))
    with database.writing() as db:
        draft = begun(db, now, version)
        for key, value in (VALUES | {"mail": given}).items():
            drafts.keep(db, draft, key, Kept({}, value, answered=True), now)
        case = submit(db, draft, replace(sending(keys, now), portal="https://portal.example"))
    assert counted(database)[1] == letters
    assert case.email == (given if letters == 2 else "")
