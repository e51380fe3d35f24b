"""What holds now: told in the reader's language, whatever language the application was sent in."""

from __future__ import annotations

from portal.cases.arrival.acknowledgement import acknowledge
from portal.cases.case import by_number, stands
from portal.cases.course import messages
from portal.cases.course.messages import Message
from portal.cases.letters.resident import Writing
from portal.web.house import House
from tests.journeys.benefit import HOME
from tests.resident.after.test_withdraw import agreed_to_more
from tests.resident.conftest import Phone
from tests.resident.filling import BORN, sent


def test_what_was_taken_back_is_told_in_the_language_of_the_reader(phone: Phone, house: House) -> None:
    resident, number, service = agreed_to_more(phone, house)
    english = service.replace("/ja/", "/en/")
    asked = resident.get(f"{english}withdraw/{number}/care-plan").text
    assert "Do you want to take back this consent?" in asked
    resident.post(f"{english}withdraw/{number}/care-plan", data={"do": "withdraw"})
    assert "was taken back on" in resident.get(f"{english}done").text
    assert "令和8年11月24日（2026年）に取りやめました。" in resident.get(f"{service}done").text


def test_what_is_left_can_still_be_taken_back(phone: Phone, house: House) -> None:
    resident, number, service = agreed_to_more(phone, house)
    ways = (f"{service}withdraw/{number}/care-plan", f"{service}withdraw/{number}/all")
    assert all(f'href="{way}"' in resident.get(f"{service}done").text for way in ways)
    resident.post(ways[0], data={"do": "withdraw"})
    page = resident.get(f"{service}done").text
    assert (f'href="{ways[0]}"' in page, f'href="{ways[1]}"' in page) == (False, True)


def test_what_the_office_writes_is_read_with_the_status(phone: Phone, house: House) -> None:
    number = sent(phone())
    with house.database.writing() as db:
        case = by_number(db, house.keys, "990019", number)
        assert case
        about = Writing(case, house.towns["kasumigahama"], None, "")
        message = Message("b" * 32, house.clock(), "通帳の写真が、<b>ぼやけていました。\n\nもう一度、送ってください。")
        messages.write(db, house.keys, about, message)
    page = phone().post(f"{HOME}/status", data={"number": number, **BORN}).text
    assert "<h2>役所からの知らせ</h2>" in page
    assert "<h3 data-own>11月24日 午前10時 役所から</h3>" in page
    assert (
        "<p data-own>通帳の写真が、&lt;b&gt;ぼやけていました。</p>\n<p data-own>もう一度、送ってください。</p>" in page
    )
    english = phone().post("/en/kasumigahama/status", data={"number": number, **BORN}).text
    assert "Messages from the office" in english
    assert '<div lang="ja">' in english


def test_no_page_says_two_things_that_cannot_both_be_true(phone: Phone, house: House) -> None:
    number = sent(phone())

    def told(status: str | None = None) -> str:
        with house.database.writing() as db:
            case = by_number(db, house.keys, "990019", number)
            assert case
            if status:
                acknowledge(db, case.municipality, case.id, "api", house.clock())
                stands(db, case, status, house.clock())
        return phone().post(f"{HOME}/status", data={"number": number, **BORN}).text

    fresh, checking, decided = told(), told("checking"), told("accepted")
    assert "担当の課に届けているところです。" in fresh
    assert "今なら、送らなかったことにできます。" in fresh
    assert "まだ見ていません" not in fresh, "nobody knows who has read a mail"
    assert "担当の課に届きました（" in checking
    assert "この申し込みを、取りやめる" in checking
    assert "手続きが終わりました</h1>" in decided
    assert "手続きは、もう終わっています。" in decided
    assert not [page for page in (checking, decided) if "今なら" in page or "届けているところ" in page]
    assert not [page for page in (fresh, checking, decided) if "もう手続きを始めています" in page]
    refused, follows = told("refused"), "振りこみます。"
    assert "受けつけられませんでした</h1>" in refused
    assert [follows in page for page in (fresh, checking, decided, refused)] == [True, True, True, False]
