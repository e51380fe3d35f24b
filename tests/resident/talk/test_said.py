"""What was said stands in its order, with what became of it."""

from __future__ import annotations

from datetime import timedelta

from portal.cases.case import stands
from portal.cases.inbox import Wanted
from portal.cases.talk import replies
from portal.cases.work.hold import Act
from portal.web.house import House
from tests.journeys.benefit import HOME
from tests.resident.conftest import Phone
from tests.resident.filling import sent
from tests.resident.talk.given import TOWN, asked, case_of, status, ticket

REACH = Wanted(municipality=TOWN, departments=frozenset({"welfare"}))


def test_both_sides_stand_in_order_and_the_resident_sees_that_it_was_read(phone: Phone, house: House) -> None:
    resident = phone()
    number = sent(resident)
    asked(house, number)
    now = house.clock()
    house.clock = lambda: now + timedelta(hours=3)
    form = ticket(resident.get(f"{HOME}/reply/{number}"))
    resident.post(f"{HOME}/reply/{number}", data={**form, "text": "送ります。"})
    page = status(resident, number).text
    order = [
        "11月24日 午前10時 役所から",
        "ぼやけて",
        "11月24日 午後1時 あなたから",
        "送ります。",
        "まだ読んでいません",
    ]
    places = [page.index(words) for words in order]
    assert places == sorted(places)
    case = case_of(house, number)
    with house.database.writing() as db:
        replies.read(db, house.keys, Act(REACH, case.id, case.revision, "s1", now + timedelta(hours=4)))
    page = status(resident, number).text
    assert ("役所が読みました。" in page, "まだ読んでいません" in page) == (True, False)


def test_its_words_come_in_the_readers_language(phone: Phone, house: House) -> None:
    resident = phone()
    number = sent(resident)
    asked(house, number)
    english = resident.get(f"/en/kasumigahama/reply/{number}").text
    assert '<bdi lang="ja">通帳の写真が、ぼやけていました。</bdi>' in english


def test_nobody_is_told_to_answer_once_it_is_decided(phone: Phone, house: House) -> None:
    resident = phone()
    number = sent(resident)
    asked(house, number)
    waits = "役所が、あなたの返事を待っています。"
    assert waits in status(resident, number).text
    with house.database.writing() as db:
        stands(db, case_of(house, number), "accepted", house.clock())
    decided = status(resident, number).text
    assert waits not in decided
    assert "役所に書く、写真を送る" in decided, "they may still write"
