"""A draft: sealed with the resident's key, alive for thirty days, on the version it began with."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import delete, func, select

from portal.catalogue import published
from portal.catalogue.offered import Catalogue
from portal.journey import draft as drafts
from portal.journey.draft import DraftRow, Kept
from portal.security.keys import Keys
from portal.security.sealing import Unreadable
from portal.storage import files
from portal.storage.database import Database, rows
from tests.journey.given import CATALOGUE, VERSION, answered, begun

DRAFTS = rows(DraftRow)


@pytest.mark.both_databases
def test_what_was_kept_is_found_with_the_token(database: Database, now: datetime) -> None:
    with database.writing() as db:
        draft = begun(db, now)
        drafts.keep(db, draft, "name", Kept({"family": "山田 "}, {"family": "山田"}, answered=True), now)
        drafts.keep(db, draft, "born", Kept({"year": "１０"}), now)
    with database.reading() as db:
        found = drafts.find(db, CATALOGUE, "990019", draft.token, now)
    assert found is not None
    assert found.answers["name"] == Kept({"family": "山田 "}, {"family": "山田"}, answered=True)
    assert found.answers["born"].typed == {"year": "１０"}
    assert found.value("born") is None
    assert found.of_role("applicant_name") == {"family": "山田"}


@pytest.mark.both_databases
def test_the_row_tells_the_last_question_and_nothing_of_the_answers(database: Database, now: datetime) -> None:
    steps = []
    with database.writing() as db:
        draft = begun(db, now)
        for key, answered in (("name", True), ("born.p1", False)):
            drafts.keep(db, draft, key, Kept({"value": "himitsu"}, "himitsu", answered=answered), now)
            steps.append(db.execute(select(DRAFTS.c.step)).scalar_one())
            found = drafts.hold(db, CATALOGUE, "990019", draft.token, now)
            assert found
            drafts.save(db, found, now)
        assert "himitsu" not in str(db.execute(select(DRAFTS)).one()._mapping)
    assert [*steps, found.step] == ["name", "?born", "?born"]


def test_a_stolen_database_opens_nothing(database: Database, now: datetime, keys: Keys) -> None:
    with database.writing() as db:
        draft = answered(db, now)
        row = db.execute(select(DRAFTS)).one()
    assert draft.token not in str(row._mapping)
    assert "山田".encode() not in row.sealed
    with pytest.raises(Unreadable):
        keys.town("990019").open(row.sealed, f"draft:{row.id}")


def test_another_token_or_another_town_finds_nothing(database: Database, now: datetime) -> None:
    with database.writing() as db:
        draft = begun(db, now)
        assert drafts.find(db, CATALOGUE, "990019", draft.token + "x", now) is None
        assert drafts.find(db, CATALOGUE, "990027", draft.token, now) is None
        assert drafts.find(db, CATALOGUE, "990019", "", now) is None


def test_it_lives_thirty_days_from_the_last_answer(database: Database, now: datetime) -> None:
    with database.writing() as db:
        draft = begun(db, now)
        later = now + timedelta(days=20)
        drafts.keep(db, draft, "name", Kept({}), later)
        assert drafts.find(db, CATALOGUE, "990019", draft.token, now + timedelta(days=49)) is not None
        assert drafts.find(db, CATALOGUE, "990019", draft.token, now + timedelta(days=51)) is None


def test_the_sweep_takes_the_past_with_its_files_and_leaves_the_rest(database: Database, now: datetime) -> None:
    with database.writing() as db:
        old, young = begun(db, now - timedelta(days=40)), begun(db, now)
        files.keep(db, old.sealer, files.File("f", "990019", old.id, "n", "image/jpeg", b"x"))
        assert drafts.sweep(db, "990027", now) == 0
        assert drafts.sweep(db, "990019", now) == 1
        assert list(db.execute(select(DRAFTS.c.id)).scalars()) == [young.id]
        assert db.execute(select(func.count()).select_from(rows(files.FileRow))).scalar_one() == 0


def test_it_finishes_on_a_version_whose_file_is_gone(database: Database, now: datetime) -> None:
    with database.writing() as db:
        published.keep(db, CATALOGUE)
        draft = begun(db, now)
        found = drafts.find(db, Catalogue([]), "990019", draft.token, now)
        assert found is not None
        assert found.version.hash == VERSION.hash
        db.execute(delete(rows(published.VersionRow)))
        assert drafts.find(db, Catalogue([]), "990019", draft.token, now) is None
