"""The word: one for each case, sealed, found for many at once."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlalchemy import text

from portal.cases.principal import word
from portal.cases.principal.word import NO, YES, Word
from portal.security.keys import Keys
from portal.storage.database import Database

TOWN = "990019"
BUNDLE = {"v": 1, "records": [{"record": {"transaction": "act-1"}}]}


@pytest.mark.both_databases
def test_the_first_word_stands(database: Database, keys: Keys, now: datetime) -> None:
    said = Word(NO, now, "link", same_device=True, bundle=BUNDLE, message="頼んでいません")
    with database.writing() as db:
        assert word.begin(db, (TOWN, "case-1"), now)
        word.keep(db, keys, (TOWN, "case-1"), said)
        assert not word.begin(db, (TOWN, "case-1"), now)
        assert word.begin(db, ("990027", "case-1"), now)
    with database.reading() as db:
        assert word.given(db, keys, TOWN, ["case-1", "case-2"]) == {"case-1": said}
        assert word.given(db, keys, TOWN, []) == {}
        kept = db.execute(text("select sealed from principal_words where municipality = '990019'")).scalar_one()
    assert "頼んで".encode() not in bytes(kept)


def test_a_word_names_its_act(now: datetime) -> None:
    assert Word(YES, now, "letter", same_device=False, bundle=BUNDLE).act == "act-1"
