"""One case, an envelope for each channel of the department, all in the case's own transaction."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from pydantic import TypeAdapter

from portal.cases.arrival.acknowledgement import channels, handed_over
from portal.cases.case import opened
from portal.cases.course import events, feed
from portal.cases.document import desk_path, document, path
from portal.cases.inbox import Wanted
from portal.cases.letters.channels import ANSWERED, ARRIVED, EVENTS, TAKEN_BACK, News, envelopes, tell
from portal.cases.letters.department import of_withdrawal, to_department
from portal.cases.principal.standing import first
from portal.consent.bundle import Taken
from portal.delivery import outbox
from portal.delivery.envelope import EMAIL, WEBHOOK, Envelope
from portal.municipalities import Municipality
from portal.municipalities.delivery import Delivery
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.cases.given import KASUMIGAHAMA, WELFARE, WORDS, sent
from tests.cases.letters.given import PORTAL, case

URL = "https://system.town.example/cases"


def served(*channels: dict[str, Any]) -> Municipality:
    """The town, its department with these channels."""
    delivery = TypeAdapter(Delivery).validate_python(channels)
    department = WELFARE.model_copy(update={"delivery": delivery})
    return KASUMIGAHAMA.model_copy(update={"departments": {"welfare": department}})


def told(now: datetime, *channels: dict[str, Any], event: str = ARRIVED) -> Sequence[Envelope]:
    """What a department with these channels is sent."""
    town = served(*channels)
    record = {"act": {"at": now.isoformat()}, "record_id": "1", "purposes": []}
    taken = [Taken(record, {"shown": [WORDS], "source": []}, 1)]
    letter = to_department(case(), town) if event == ARRIVED else of_withdrawal(case(), town, taken)
    return list(envelopes(News(case(), town, event, letter, PORTAL), now))


def test_a_whole_mail_is_the_letter_itself(now: datetime) -> None:
    (mail,) = told(now, {"kind": "email"})
    assert replace(mail, id="") == replace(to_department(case(), KASUMIGAHAMA), id="")
    assert (mail.channel, mail.key, mail.hands_over, mail.files) == (EMAIL, "", (case().id,), ("f1",))


def test_of_a_sealed_mail_the_road_learns_the_receipt_number_only(now: datetime) -> None:
    (mail,) = told(now, {"kind": "email", "certificate": "welfare.pem"})
    assert (mail.key, mail.subject) == ("welfare.pem", "4827-1936-52 新しい申し込み")
    assert "山田 花子" in mail.text


def test_who_prints_has_the_case_as_a_document_too(now: datetime) -> None:
    (mail,) = told(now, {"kind": "email", "pdf": True, "certificate": "welfare.pem"})
    assert [paper.name for paper in mail.papers] == ["case-4827-1936-52.pdf"]
    assert mail.enclosures
    (back,) = told(now, {"kind": "email", "pdf": True}, event=TAKEN_BACK)
    assert ("取りやめたこと", "申し込みの全部") in [(label, lines[0]) for label, lines in back.papers[0].data["agreed"]]
    assert [posted.papers for posted in told(now, {"kind": "email"}, {"kind": "webhook", "url": URL})] == [(), ()]


def test_a_notice_tells_nothing_personal_and_hands_nothing_over(now: datetime) -> None:
    (mail,) = told(now, {"kind": "email", "style": "notice"})
    assert mail.subject == "4827-1936-52 新しい申し込み"
    assert f"　　{PORTAL}{path(case())}\n" in mail.text
    assert f'<a href="{PORTAL}{desk_path(case(), KASUMIGAHAMA)}">' in mail.html
    for personal in ("山田", "花子", "090", "特別給付金", "通帳"):
        assert personal not in mail.subject + mail.text + mail.html
    assert (mail.enclosures, mail.files, mail.hands_over) == ((), (), ())


def test_a_system_is_told_the_case_as_the_api_tells_it(now: datetime) -> None:
    (posted,) = told(now, {"kind": "webhook", "url": URL})
    assert (posted.channel, posted.to, posted.key) == (WEBHOOK, URL, "990019-welfare")
    assert json.loads(posted.text) == {
        "type": "case.received",
        "timestamp": "2026-11-24T10:00:00.000+09:00",
        "data": document(case(), principal=first(case())),
    }
    assert (posted.subject, posted.hands_over) == ("case.received", (case().id,))
    assert (posted.enclosures, posted.files, posted.html) == ((), (), "")


def test_the_secret_can_have_a_name_of_its_own(now: datetime) -> None:
    assert [each.key for each in told(now, {"kind": "webhook", "url": URL, "secret": "welfare-2"})] == ["welfare-2"]


def test_several_channels_are_several_envelopes(now: datetime) -> None:
    sent = told(now, {"kind": "email"}, {"kind": "email", "style": "notice"}, {"kind": "webhook", "url": URL})
    assert [each.channel for each in sent] == [EMAIL, EMAIL, WEBHOOK]
    assert len({each.id for each in sent}) == 3
    assert {each.about for each in sent} == {case().id}
    assert {each.department for each in sent} == {"welfare"}


def test_who_comes_for_the_cases_is_sent_nothing(now: datetime) -> None:
    assert told(now, {"kind": "api"}) == []
    assert told(now, {"kind": "api"}, event=TAKEN_BACK) == []


def test_new_cases_come_in_batches_and_what_happens_to_them_at_once(now: datetime) -> None:
    assert told(now, {"kind": "batch"}) == []
    (mail,) = told(now, {"kind": "batch", "certificate": "welfare.pem"}, event=TAKEN_BACK)
    assert (mail.key, mail.subject) == ("welfare.pem", "4827-1936-52 申し込みの取りやめ")
    assert len(told(now, {"kind": "email"}, {"kind": "batch"}, event=TAKEN_BACK)) == 1, "the mail tells it already"


@pytest.mark.parametrize("event", EVENTS)
def test_what_is_told_on_the_road_is_short(event: str) -> None:
    assert len(EVENTS[event]) < 20


@pytest.mark.both_databases
def test_all_of_them_or_none_leave_with_the_case(database: Database, keys: Keys, now: datetime) -> None:
    town = served({"kind": "email"}, {"kind": "webhook", "url": URL})
    news = News(case(), town, ARRIVED, to_department(case(), town), PORTAL)

    def killed() -> None:
        with database.writing() as db:
            tell(db, keys, news, now)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        killed()
    with database.writing() as db:
        assert outbox.lease(db, now, 9, EMAIL) + outbox.lease(db, now, 9, WEBHOOK) == []
        tell(db, keys, news, now)
        mail, posted = outbox.lease(db, now, 9, EMAIL) + outbox.lease(db, now, 9, WEBHOOK)
    assert mail.opened(keys).to == WELFARE.email
    assert posted.opened(keys).to == URL


@pytest.mark.both_databases
def test_the_feed_tells_what_the_channels_tell(database: Database, keys: Keys, now: datetime) -> None:
    town = served({"kind": "api"})
    with database.writing() as db:
        letter = to_department(case(), town)
        tell(db, keys, News(case(), town, ARRIVED, letter, PORTAL), now)
        tell(db, keys, News(case(), town, ANSWERED, letter, PORTAL, {"said": "no"}), now)
        found = feed.page(db, Wanted(municipality=case().municipality, departments=frozenset({"welfare"}))).events
    assert [(event.type, event.about, event.data) for event in found] == [
        (ARRIVED, case().id, {}),
        (ANSWERED, case().id, {"said": "no"}),
    ]
    assert EVENTS.keys() < {*events.TYPES}


def test_a_system_that_answered_has_the_case_and_one_that_got_a_notice_has_not(
    database: Database, keys: Keys, now: datetime
) -> None:
    with database.writing() as db:
        one = opened(db, keys, sent(files=()), now)
        town = served({"kind": "email", "style": "notice"}, {"kind": "webhook", "url": URL})
        tell(db, keys, News(one, town, ARRIVED, to_department(one, town), PORTAL), now)
        for channel, arrived in ((EMAIL, {}), (WEBHOOK, {"webhook": now})):
            (taken,) = outbox.lease(db, now, 9, channel)
            handed_over(db, taken.opened(keys), now)
            assert channels(db, one.municipality, one.id) == arrived
