"""The person's word: yes, later or no; on their own telephone, in their own language, once."""

from __future__ import annotations

from typing import Any

from starlette.testclient import TestClient

from portal.cases import case as cases
from portal.cases.document import document
from portal.cases.principal import standing
from portal.consent import log
from portal.consent.findings import genuine
from portal.consent.verify import verify
from portal.delivery import outbox
from portal.web.house import House
from tests.journeys.benefit import HOME, SERVICE
from tests.resident.conftest import Phone
from tests.resident.filling import BORN, sent
from tests.resident.principal.helped import applied, entered, linked, signed

TOWN = "990019"


def told(house: House, number: str) -> Any:
    """What the API tells of the person's word."""
    with house.database.reading() as db:
        case = cases.by_number(db, house.keys, TOWN, number)
        assert case
        return document(case, principal=standing.of(db, house.keys, case))["principal"]


def letters(house: House, phone: TestClient) -> list[str]:
    """The subjects and words of the letters waiting for the office."""
    with house.database.writing() as db:
        found = [one.opened(house.keys) for one in outbox.lease(db, house.clock(), 50)]
        for one in found:
            assert one.to
    return [f"{one.subject}\n{one.text}" for one in found]


def opened(phone: Phone) -> tuple[TestClient, TestClient, str]:
    """The daughter's telephone, the mother's with the page open, and the number."""
    daughter, mother = phone(), phone()
    number = applied(daughter)
    entered(mother, linked(daughter, number))
    return daughter, mother, number


def test_the_mother_sees_what_is_hers_and_nothing_of_the_daughters(phone: Phone) -> None:
    _, mother, _ = opened(phone)
    page = mother.get(f"{HOME}/sign").text
    for word in (
        "特別給付金",
        "佐藤　明子さんが、あなたの代わりに",
        "髙橋　花子",
        "昭和10年",
        "みずほ銀行",
        "書いた内容は、本当のことです。",
    ):
        assert word in page, word
    for word in ("090-1234-5678", "代わりの人の住所"):
        assert word not in page, word


def test_a_yes_is_a_record_of_its_own_over_the_same_answers(phone: Phone, house: House) -> None:
    daughter, mother, number = opened(phone)
    page = signed(mother)
    assert "役所に届きました" in page.text
    assert "令和9年5月23日" in page.text
    word = told(house, number)
    assert word["state"] == "yes"
    assert not word["same_device"]
    given = [entry["record"] for entry in word["consent"]["records"]]
    assert [record["type"] for record in given] == ["mandate", "declaration"]
    mandate = given[0]
    assert mandate["mandate"] == {
        "by": "principal",
        "scope": {"services": ["kyufukin"], "actions": ["apply", "talk", "hand-in"]},
        "until": "2027-05-23",
    }
    assert mandate["actor"]["role"] == "self"
    assert mandate["act"]["means"] == "hold"
    assert mandate["verification"] == {"method": "link", "factor": "birth_date", "same_device": False}
    with house.database.reading() as db:
        case = cases.by_number(db, house.keys, TOWN, number)
    assert case
    helpers = case.consent["records"][0]["record"]
    assert mandate["answers"] == helpers["answers"], "the same salt over the same answers"
    assert mandate["confirms"] == helpers["transaction"]
    assert "proxy-phone" not in mandate["seen"]
    assert genuine(verify(word["consent"], log.verifiers(house.keys, TOWN)))
    assert "済みました" in daughter.post(f"{HOME}/status", data={"number": number, **BORN}).text


def test_the_office_is_told(phone: Phone, house: House) -> None:
    _, mother, number = opened(phone)
    first = letters(house, mother)
    assert "本人が確かめることは、まだです" in first[0]
    signed(mother)
    with house.database.writing() as db:
        for one in outbox.lease(db, house.clock() + outbox.LEASE, 50):
            outbox.delivered(db, one, house.clock())
    (second,) = letters(house, mother)
    assert number in second
    assert "本人が確かめました" in second
    assert "令和9年5月23日" in second


def test_pressed_twice_it_is_one_word(phone: Phone, house: House) -> None:
    _, mother, number = opened(phone)
    signed(mother)
    before = told(house, number)
    assert signed(mother).url.path == f"{HOME}/signed"
    mother.post(f"{HOME}/object", data={"do": "object", "message": "やっぱり"})
    assert told(house, number) == before


def test_a_no_is_told_to_the_office_and_nothing_is_dropped(phone: Phone, house: House) -> None:
    daughter, mother, number = opened(phone)
    letters(house, mother)
    assert "頼んでいないことを、役所に知らせる" in mother.get(f"{HOME}/object").text
    long = mother.post(f"{HOME}/object", data={"do": "object", "message": "あ" * 501})
    assert long.status_code == 422
    assert "あ" * 501 in long.text
    page = mother.post(f"{HOME}/object", data={"do": "object", "message": "口座がちがいます"})
    assert "役所に知らせました" in page.text
    word = told(house, number)
    assert (word["state"], word["message"]) == ("no", "口座がちがいます")
    assert [entry["record"]["type"] for entry in word["consent"]["records"]] == ["declaration"]
    status = daughter.post(f"{HOME}/status", data={"number": number, **BORN}).text
    assert "役所が、本人に話を聞きます" in status
    assert "頼んでいません" not in status, "what the mother said is not for the daughter to read"
    with house.database.writing() as db:
        for one in outbox.lease(db, house.clock() + outbox.LEASE, 50):
            outbox.delivered(db, one, house.clock())
    (letter,) = letters(house, mother)
    assert "口座がちがいます" in letter
    assert "手続きを進める前に、本人に話を聞いてください" in letter


def test_on_the_helpers_telephone_the_record_says_so(phone: Phone, house: House) -> None:
    daughter = phone()
    number = applied(daughter)
    link = linked(daughter, number)
    daughter.post(link, data={"do": "handed"})
    entered(daughter, link)
    assert "スマホを、佐藤　明子さんに返してください。" in signed(daughter).text
    word = told(house, number)
    assert word["same_device"]
    assert word["consent"]["records"][0]["record"]["verification"]["same_device"] is True


def test_it_is_read_in_the_mothers_own_language(phone: Phone) -> None:
    _, mother, _ = opened(phone)
    page = mother.get("/en/kasumigahama/sign").text
    assert "Did you ask for this application?" in page
    assert "Mizuho" in page or "みずほ" in page
    assert "April 1, 1935" in page or "1 April 1935" in page


def test_nobody_is_asked_where_nobody_was_asked_to_act(phone: Phone, house: House) -> None:
    alone = phone()
    number = sent(alone)
    assert told(house, number) is None
    assert alone.get(f"{HOME}/ask/{number}").url.path == f"{HOME}/status"


def test_without_the_key_there_is_no_page(phone: Phone) -> None:
    stranger = phone()
    for page in ("sign", "object", "signed"):
        assert stranger.get(f"{HOME}/{page}").status_code == 404
    stranger.cookies.set("yorisoi_kasumigahama_own", "nothing.at-all")
    assert stranger.get(f"{HOME}/sign").status_code == 404
    assert signed(stranger).status_code == 404


def test_one_press_asks_for_another(phone: Phone, house: House) -> None:
    _, mother, number = opened(phone)
    page = mother.post(f"{HOME}/sign", data={"do": "press", "means": "two_taps"})
    assert "もう一度、押してください" in page.text
    assert told(house, number)["state"] == "waiting"
    mother.post(f"{HOME}/sign", data={"do": "seal", "means": "two_taps"})
    assert told(house, number)["state"] == "waiting", "a second press without a first is a first"
    mother.post(f"{HOME}/sign", data={"do": "seal", "means": "two_taps", "pressed": "yes"})
    assert told(house, number)["consent"]["records"][0]["record"]["act"]["means"] == "two_taps"


def withdrawn(daughter: TestClient, number: str) -> None:
    """The whole application is taken back."""
    page = daughter.post(f"{SERVICE}/withdraw/{number}/all", data={"do": "withdraw"})
    assert "取りやめました" in page.text


def test_what_was_taken_back_is_asked_about_no_more(phone: Phone, house: House) -> None:
    daughter, mother, number = opened(phone)
    withdrawn(daughter, number)
    assert "申し込みが取りやめになっています" in mother.get(f"{HOME}/sign").text
    assert signed(mother).status_code == 404
    assert told(house, number) == {"state": "void", "label": "取りやめ"}


def test_a_word_on_what_was_taken_back_is_void_and_says_so(phone: Phone, house: House) -> None:
    daughter, mother, number = opened(phone)
    signed(mother)
    withdrawn(daughter, number)
    assert "申し込みを取りやめたので、いりません" in mother.get(f"{HOME}/signed").text
    assert "申し込みを取りやめたので、いりません" in daughter.get(f"{SERVICE}/done").text
    assert told(house, number)["state"] == "void"


def test_a_link_to_what_was_taken_back_leads_nowhere(phone: Phone) -> None:
    daughter = phone()
    number = applied(daughter)
    link = linked(daughter, number)
    withdrawn(daughter, number)
    assert phone().get(link).status_code == 404
