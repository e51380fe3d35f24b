"""How it stands: asked of nobody, waited for, given, taken back, overtaken; and what other systems are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from portal.cases import case as cases
from portal.cases.case import Case
from portal.cases.principal import standing, word
from portal.cases.principal.standing import NAMES, OFFICE, WAITING, Standing
from portal.cases.principal.word import YES, Word
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.cases.given import CONSENT, HELPED, RECORD, TOWN, sent

MANDATED: Any = CONSENT | {"records": [{"record": RECORD | {"type": "mandate"}}]}
BUNDLE = {"v": 1, "records": [{"record": {"transaction": "act-1"}}]}


def helped(database: Database, keys: Keys, now: datetime, **changes: Any) -> Case:
    """What somebody sent who said that they were asked to."""
    with database.writing() as db:
        return cases.opened(db, keys, sent(**HELPED, **({"consent": MANDATED} | changes)), now)


def test_nobody_is_waited_for_who_asked_nobody(database: Database, keys: Keys, now: datetime) -> None:
    case = helped(database, keys, now, consent=CONSENT)
    with database.reading() as db:
        assert standing.of(db, keys, case) is None
        assert standing.all_of(db, keys, []) == {}
    assert standing.document(None) is None
    assert standing.first(case) is None


def test_it_is_waited_for_and_given(database: Database, keys: Keys, now: datetime) -> None:
    case = helped(database, keys, now)
    said = Word(YES, now, "link", same_device=False, bundle=BUNDLE, until="2027-05-23")
    with database.writing() as db:
        assert standing.of(db, keys, case) == standing.first(case) == Standing(WAITING)
        word.begin(db, (TOWN, case.id), now)
        word.keep(db, keys, (TOWN, case.id), said)
        found = standing.of(db, keys, case)
    assert found == Standing(YES, said)
    assert standing.document(found) == {
        "state": "yes",
        "label": "確かめました",
        "at": "2026-11-24T10:00:00+09:00",
        "way": "link",
        "same_device": False,
        "mandate_until": "2027-05-23",
        "revoked_at": None,
        "message": "",
        "consent": BUNDLE,
    }


def test_a_case_that_was_taken_back_voids_the_word(database: Database, keys: Keys, now: datetime) -> None:
    case = replace(helped(database, keys, now), status="withdrawn")
    with database.reading() as db:
        found = standing.of(db, keys, case)
    assert found
    assert found.state == "void"
    assert standing.document(found) == {"state": "void", "label": "取りやめ"}


def test_every_state_has_words_for_both_sides() -> None:
    assert NAMES.keys() == OFFICE.keys()
