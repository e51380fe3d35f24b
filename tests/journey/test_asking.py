"""Asking: people's names stand in the questions and in the choices."""

from __future__ import annotations

from datetime import datetime

from portal.journey.asking import asking, person_name
from portal.journey.path import path
from portal.storage.database import Database
from tests.journey.given import answered


def test_each_person_is_asked_about_by_name(database: Database, now: datetime) -> None:
    with database.writing() as db:
        draft = answered(db, now, everyone=False)
        stops = {stop.key: stop for stop in path(draft)}
        assert asking(draft, stops["take.a"], "ja").question.ask == "山田　花子さんは受けとりますか"
        assert asking(draft, stops["take.p1"], "ja").ask.ask == "山田　太郎さんは受けとりますか"
        assert asking(draft, stops["born"], "ja").question.ask == "山田　花子さんの生まれた日"
        assert person_name(draft, stops["born"]) == ""


def test_what_needs_no_name_is_the_same_for_everybody(database: Database, now: datetime) -> None:
    with database.writing() as db:
        draft = answered(db, now)
        stop = path(draft)[0]
        assert asking(draft, stop, "ja").question is draft.version.told("ja").questions["name"]


def test_an_answer_is_shown_in_lines(database: Database, now: datetime) -> None:
    with database.writing() as db:
        draft = answered(db, now)
        at = asking(draft, path(draft)[0], "ja")
        assert "山田　花子" in at.shown(draft, now.date())[0]
        draft.answers.clear()
        assert at.shown(draft, now.date()) == ()

