"""Many are approved at once, each for itself; what is not clean is left alone and says why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from portal.cases import turn
from portal.cases.case import Case, change, stands
from portal.cases.course import events
from portal.cases.principal import standing
from portal.cases.principal.standing import Standing
from portal.cases.principal.word import NO, YES, Word
from portal.cases.work import many
from portal.cases.work.many import Approving, approve
from portal.delivery.outbox import EnvelopeRow
from portal.security.keys import Keys
from portal.storage.database import Database, rows
from tests.cases.given import ANSWERS, TOWN, answered
from tests.cases.work.given import DOUBT, OTHERS, REACH, act, again, case, other, writing

pytestmark = pytest.mark.both_databases


def approving(database: Database, keys: Keys) -> Approving:
    return Approving(database, keys, lambda _, one: writing(one))


def become(status: str, **values: Any) -> Callable[[Connection, Case, datetime], None]:
    """Something that happened to a case before it was looked at."""

    def happen(db: Connection, one: Case, now: datetime) -> None:
        stands(db, one, status, now)
        if values:
            change(db, TOWN, one.id, **values)

    return happen


ALONE: dict[str, tuple[dict[str, Any], Callable[[Connection, Case, datetime], None] | None]] = {
    many.FLAGGED: ({"flags": (DOUBT,)}, None),
    many.TWICE: ({"earlier": ("4827-1936-52",)}, None),
    many.WAITED: ({}, become("checking", turn=turn.REPLY)),
    many.DECIDED_BEFORE: ({}, become("refused")),
    many.STUCK: ({}, become("asked")),
}


def test_clean_ones_are_approved_and_told(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        new, on = (case(db, keys, now, **other(n), email="hanako@mail.example") for n in (1, 2))
        stands(db, on, "checking", now)
        acts = [act(again(db, keys, one), now) for one in (new, on)]
    assert approve(approving(database, keys), acts) == [(new.id, many.APPROVED), (on.id, many.APPROVED)]
    with database.reading() as db:
        assert [again(db, keys, one).status for one in (new, on)] == ["accepted", "accepted"]
        assert [event.data.get("status") for event in events.of_case(db, TOWN, new.id)] == ["checking", "accepted"]
        assert db.execute(select(func.count()).select_from(rows(EnvelopeRow))).scalar_one() == 2


@pytest.mark.parametrize("reason", ALONE)
def test_what_is_not_clean_is_left_alone(database: Database, keys: Keys, now: datetime, reason: str) -> None:
    changes, happened = ALONE[reason]
    with database.writing() as db:
        one, clean = case(db, keys, now, **changes), case(db, keys, now, **other(1))
        if happened:
            happened(db, one, now)
        before = again(db, keys, one)
        acts = [act(again(db, keys, each), now) for each in (one, clean)]
    assert approve(approving(database, keys), acts) == [(one.id, reason), (clean.id, many.APPROVED)]
    with database.reading() as db:
        assert again(db, keys, one) == before


ACCOUNT = answered("account", "bank_account", "口座", ("銀行",), {"bank": "0001", "number": "1234567"})


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, many.BESIDE),
        ({"birth_date": "1960-05-05", "kana": "ヤマダ　イチロウ", "answers": ()}, many.BESIDE),
        ({**other(1), "answers": (ACCOUNT,)}, many.BESIDE),
        ({"service": "hoikuen"}, ""),
        (other(1), ""),
    ],
    ids=["the same again", "a son", "the same account", "another service", "somebody else"],
)
def test_what_may_be_the_second_one_is_looked_at(
    database: Database, keys: Keys, now: datetime, changes: dict[str, Any], reason: str
) -> None:
    with database.writing() as db:
        one = case(db, keys, now, key="one", answers=(*ANSWERS, ACCOUNT))
        case(db, keys, now, **{"key": "two", **changes})
        assert many.clean(db, keys, REACH, one) == reason
        assert many.clean(db, keys, OTHERS, one) == "", "nobody is told of what they may not see"


def test_what_changed_or_is_not_theirs_is_left_alone(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        changed, theirs = case(db, keys, now), case(db, keys, now, **other(1), department="residents")
        stands(db, changed, "checking", now)
    acts = [act(changed, now), act(theirs, now), act(theirs, now, OTHERS)]
    outcomes = [one.outcome for one in approve(approving(database, keys), acts)]
    assert outcomes == [many.CHANGED, many.GONE, many.APPROVED]


@pytest.mark.parametrize(("state", "reason"), [(standing.WAITING, many.UNCONFIRMED), (NO, many.UNCONFIRMED), (YES, "")])
def test_the_word_of_the_person_is_waited_for(
    database: Database, keys: Keys, now: datetime, monkeypatch: pytest.MonkeyPatch, state: str, reason: str
) -> None:
    word = None if state == standing.WAITING else Word(state, now, "link", False, {"records": []})
    monkeypatch.setattr(standing, "of", lambda *_: Standing(state, word))
    with database.writing() as db:
        assert many.clean(db, keys, REACH, case(db, keys, now)) == reason


def test_a_go_has_an_end(database: Database, keys: Keys, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "MOST", 1)
    with database.writing() as db:
        given = [case(db, keys, now, **other(n)) for n in (1, 2)]
    first = act(given[0], now)
    acts = many.acts(first.reach, [(one.id, one.revision) for one in given], first)
    assert [one.id for one in approve(approving(database, keys), acts)] == [given[0].id]
