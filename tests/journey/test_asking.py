"""Asking: people's names stand in the questions and in the choices."""

from __future__ import annotations

from datetime import date, datetime

from portal.catalogue.version import Version
from portal.journey.asking import asking, own, person_name
from portal.journey.draft import Kept, keep
from portal.journey.path import path
from portal.storage.database import Database
from tests.catalogue.given import QUESTIONS, TOWN, service
from tests.journey.given import HANAKO, answered, begun


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


def test_a_browser_fills_in_its_owners_words_and_nobody_elses(database: Database, now: datetime) -> None:
    helper = {"id": "helper", "kind": "person_name", "ask": "あなたの名前", "short": "名前", "role": "helper_name"}
    mail = {"id": "mail", "kind": "email", "ask": "メール", "short": "メール", "role": "applicant_email"}
    helped = Version.of(TOWN.code, "cash", date(2026, 4, 1), service(questions=[helper, *QUESTIONS[:2], mail]))
    with database.writing() as db:
        alone, carer = answered(db, now), begun(db, now, helped)
        keep(db, carer, "helper", Kept({}, HANAKO, answered=True), now)
        assert [stop.key for stop in path(alone) if own(alone, stop)] == ["name", "born"]
        assert [stop.key for stop in path(carer) if own(carer, stop)] == ["helper", "mail"]
