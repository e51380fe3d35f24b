"""A clerk's named queues come back to them alone; a name lies nowhere open."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from portal.cases.queue import views
from portal.cases.queue.listing import OLDEST
from portal.cases.queue.views import QueueViewRow, Unfit, View, drop, keep, of_clerk
from portal.cases.turn import REPLY
from portal.security.keys import Keys
from portal.storage.database import Database, rows
from tests.cases.given import TOWN

ME, OTHER = (TOWN, "s1"), (TOWN, "s2")
pytestmark = pytest.mark.both_databases


def test_a_view_comes_back_as_it_was_kept(database: Database, keys: Keys) -> None:
    view = View(name=" 山田さんの件\n", departments=("tax",), turn=REPLY, mine=True, waiting=3, order=OLDEST)
    with database.writing() as db:
        kept = keep(db, keys, ME, view)
        second = keep(db, keys, ME, View(name="二つめ", status="asked"))
        assert of_clerk(db, keys, ME) == [kept, second]
        assert (kept.name, kept.departments, kept.waited.days) == ("山田さんの件", ("tax",), 3)
        assert of_clerk(db, keys, OTHER) == of_clerk(db, keys, ("990027", "s1")) == []
        assert "山田" not in str(db.execute(select(rows(QueueViewRow))).all())


def test_views_go_one_by_one_or_with_their_clerk(database: Database, keys: Keys) -> None:
    with database.writing() as db:
        one, two = (keep(db, keys, ME, View(name=name)) for name in "ab")
        others = keep(db, keys, OTHER, View(name="c"))
        drop(db, OTHER, one.id)
        drop(db, ME, one.id)
        assert of_clerk(db, keys, ME) == [two]
        drop(db, ME)
        assert of_clerk(db, keys, ME) == []
        assert of_clerk(db, keys, OTHER) == [others]


@pytest.mark.parametrize(
    "view",
    [
        View(name=" \u200b "),
        View(name="a", turn=99),
        View(name="a", status="nowhere"),
        View(name="a", order="x"),
        View(name="a", waiting=-1),
    ],
    ids=["no name", "turn", "status", "order", "days"],
)
def test_what_is_no_queue_is_not_kept(database: Database, keys: Keys, view: View) -> None:
    with database.writing() as db, pytest.raises(Unfit):
        keep(db, keys, ME, view)


def test_there_are_only_so_many(database: Database, keys: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "MOST", 1)
    with database.writing() as db:
        keep(db, keys, ME, View(name="a"))
        keep(db, keys, OTHER, View(name="a"))
        with pytest.raises(Unfit):
            keep(db, keys, ME, View(name="b"))
