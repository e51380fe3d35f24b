"""What a town says of translations."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from portal.language.translating.messages import Told
from portal.language.translating.said import Overtaken, Said, keep, mark, of_language, of_message
from portal.storage.database import Database

TOLD = Told("portal", ("次へ",), ("Tiếp tục",))
VI = ("vi", TOLD.id)


@pytest.mark.both_databases
def test_the_newest_word_counts_and_nobody_overwrites_another(database: Database, now: datetime) -> None:
    right = Said(mark(TOLD), (), "a", now)
    with database.writing() as db:
        keep(db, "990019", VI, right)
        assert of_message(db, "990019", *VI) == replace(right, revision=1)
        for late in (right, replace(right, revision=7)):
            with pytest.raises(Overtaken):
                keep(db, "990019", VI, late)
        other = Said(mark(TOLD), ("Tiếp",), "b", now, 1)
        keep(db, "990019", VI, other)
        assert of_language(db, "990019", "vi") == {TOLD.id: replace(other, revision=2)}


def test_another_town_and_another_language_have_words_of_their_own(database: Database, now: datetime) -> None:
    with database.writing() as db:
        keep(db, "990019", VI, Said(mark(TOLD), (), "a", now))
        keep(db, "990027", VI, Said(mark(TOLD), ("Tiếp",), "b", now))
        assert of_language(db, "990019", "ko") == {}
        assert [one.staff for one in of_language(db, "990019", "vi").values()] == ["a"]


def test_a_translation_put_otherwise_has_another_mark() -> None:
    assert mark(TOLD) == mark(replace(TOLD, line=9)) != mark(replace(TOLD, translation=("Tiếp",)))
