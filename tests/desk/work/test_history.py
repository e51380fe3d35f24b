"""What happened to a case, in words."""

from __future__ import annotations

from datetime import timedelta

from portal.cases.course import events
from portal.cases.work import acts, deeds, timeline
from portal.desk.work import history
from portal.language.words import words_for
from tests.cases.work.given import HOUR, act, writing
from tests.desk.given import TownHall
from tests.desk.test_visit import visit
from tests.desk.work.given import again, kept


def test_every_kind_of_entry_has_its_words() -> None:
    kinds = {
        *events.TYPES,
        deeds.ASSIGNED,
        deeds.CHECKED,
        deeds.READ,
        deeds.CALLED,
        deeds.CALL_OPEN,
        deeds.WITNESSED,
    } - timeline.TOLD_BELOW
    spoken = {timeline.MESSAGE, timeline.REPLY, timeline.NOTE, timeline.CALL, timeline.ARRIVED, timeline.LETTER}
    assert history.WHAT.keys() == kinds | spoken


def test_tells_who_did_what_the_newest_first(hall: TownHall) -> None:
    one, me = kept(hall), hall.person({"welfare": ["clerk"]}, name="田中 一郎")
    with hall.database.writing() as db:
        acts.opened(db, hall.keys, act(one, hall.now, by=me.id))
        acts.move(db, hall.keys, act(one, hall.now + HOUR, by=me.id), writing(one), "checking")
    with visit(hall) as at:
        told = [(entry.what, entry.who) for entry in history.history(at, again(hall, one))]
    assert told[:2] == [("「内容を確かめています」に進めました", "田中 一郎"), ("役所に届きました：この画面", "")]


def test_tells_what_others_did_since(hall: TownHall) -> None:
    one, me = kept(hall), hall.person({"welfare": ["clerk"]}, name="田中 一郎")
    with hall.database.writing() as db:
        acts.assign(db, hall.keys, act(one, hall.now, by=me.id), "")
        acts.assign(db, hall.keys, act(one, hall.now, by=me.id), "nobody")
    with visit(hall) as at:
        assert [entry.what for entry in history.since(at, one, hall.now)] == ["担当：なし"]
        assert history.since(at, one, hall.now + timedelta(days=1)) == []
        at.somebody = me
        assert history.since(at, one, hall.now) == []


def test_no_word_is_left_open() -> None:
    values = {"status": "x", "to": "x", "outcome": "x", "channel": "x", "identity": "x"}
    for language in ("ja", "en"):
        assert not [one for one in history.WHAT.values() if "{" in words_for(language)(one, **values)]
