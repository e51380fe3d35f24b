"""An answer or a paper reaches the office once, from the page of the application and without an account."""

from __future__ import annotations

from threading import Thread
from urllib.parse import urlsplit

import pytest
from starlette.testclient import TestClient

from portal.cases import turn
from portal.cases.talk import replies
from portal.resident.talk import reply
from portal.security.allowance import Allowance
from portal.storage import files
from portal.web.house import House
from tests.journeys.benefit import HOME, SERVICE
from tests.resident.conftest import Phone
from tests.resident.filling import sent
from tests.resident.talk.given import QUESTION, TOWN, asked, case_of, picture, replied, status, ticket


@pytest.fixture
def number(phone: Phone, house: House) -> str:
    """The receipt number of somebody whom the office has asked."""
    given = sent(phone())
    asked(house, given)
    return given


@pytest.fixture
def resident(phone: Phone, number: str) -> TestClient:
    """Another telephone, which was shown the application for number and birth date."""
    found = phone()
    status(found, number)
    return found


def test_the_page_of_the_application_leads_there(phone: Phone, house: House) -> None:
    number = sent(phone())
    other = phone()
    page = status(other, number).text
    assert f'<a class="second" href="{HOME}/reply/{number}" data-own data-swap>役所に書く、写真を送る</a>' in page
    asked(house, number)
    page = status(other, number).text
    assert "役所が、あなたの返事を待っています。" in page
    assert f'<a class="go" href="{HOME}/reply/{number}" data-own data-swap>返事を書く、写真を送る</a>' in page
    page = other.get(f"{HOME}/reply/{number}").text
    assert "<title>役所に返事を書く" in page
    assert f"<p data-own>{QUESTION.partition(chr(10))[0]}</p>" in page


def test_an_answer_with_a_paper_waits_for_the_office(resident: TestClient, house: House, number: str) -> None:
    form = ticket(resident.get(f"{HOME}/reply/{number}"))
    data = {**form, "text": "  送ります。\r\n<b>よろしく\x07\0お願いします。 ", "do": "send"}
    page = resident.post(f"{HOME}/reply/{number}", data=data, files={"paper": ("通帳.jpg", picture())})
    assert (page.status_code, ">役所に送りました</h1>" in page.text) == (200, True)
    assert "<p data-own>&lt;b&gt;よろしくお願いします。</p>" in page.text
    assert "送ったもの: 通帳.jpg" in page.text
    (kept,) = replied(house, number)
    assert (kept.text, kept.id) == ("送ります。\n<b>よろしくお願いします。", form["ticket"])
    case = case_of(house, number)
    assert case.turn == turn.REPLY
    ((id, name),) = kept.files
    with house.database.reading() as db:
        paper = files.read(db, house.keys.town(TOWN), TOWN, id)
    assert paper is not None
    assert (paper.name, name, paper.owner) == ("通帳.jpg", "通帳.jpg", f"case:{case.key}")
    page = status(resident, number).text
    assert "<h2>役所とのやりとり</h2>" in page
    assert "役所は、まだ読んでいません。" in page
    assert "役所が、あなたの返事を待っています。" not in page


@pytest.mark.both_databases
def test_pressed_several_times_it_is_sent_once(phone: Phone, house: House) -> None:
    resident = phone()
    number = sent(resident)
    form = ticket(resident.get(f"{HOME}/reply/{number}"))

    def press() -> None:
        twin = phone()
        twin.cookies = resident.cookies
        page = twin.post(f"{HOME}/reply/{number}", data={**form, "text": "一度だけ。"})
        assert (page.status_code, "<p data-own>一度だけ。</p>" in page.text) == (200, True)

    several = [Thread(target=press) for _ in range(4)]
    for one in several:
        one.start()
    for one in several:
        one.join()
    assert [one.text for one in replied(house, number)] == ["一度だけ。"]


@pytest.mark.parametrize("text", ["", " \u3000\r\n\x07\u200b"], ids=["empty", "nothing that can be seen"])
def test_nothing_is_not_sent(resident: TestClient, house: House, number: str, text: str) -> None:
    form = ticket(resident.get(f"{HOME}/reply/{number}"))
    page = resident.post(f"{HOME}/reply/{number}", data={**form, "text": text})
    assert page.status_code == 422
    assert '<a href="#text">役所に伝えたいことを書くか、写真や書類を選んでください。</a>' in page.text
    assert ticket(page) == form
    assert replied(house, number) == []


def test_what_is_too_long_stays_in_its_box(resident: TestClient, house: House, number: str) -> None:
    form = ticket(resident.get(f"{HOME}/reply/{number}"))
    text = "長い" * 1000
    data = {**form, "text": f"{text}。"}
    page = resident.post(f"{HOME}/reply/{number}", data=data, files={"paper": ("通帳.jpg", picture())})
    assert page.status_code == 422
    assert "2000文字までで書いてください。いまは2001文字です。" in page.text
    assert '<a href="#paper">写真や書類は、もう一度選んでください。</a>' in page.text
    assert f"\n{text}。</textarea>" in page.text
    assert replied(house, number) == []
    assert resident.post(f"{HOME}/reply/{number}", data={**form, "text": text}).status_code == 200


@pytest.mark.parametrize("content", [b"", b"MZ" + bytes(5000), picture()[:300]], ids=["nothing", "a program", "cut"])
def test_what_is_no_paper_loses_no_word(resident: TestClient, house: House, number: str, content: bytes) -> None:
    form = ticket(resident.get(f"{HOME}/reply/{number}"))
    upload = {"paper": ("通帳.jpg", content)}
    page = resident.post(f"{HOME}/reply/{number}", data={**form, "text": "送ります。"}, files=upload)
    assert page.status_code == 422
    assert '<a href="#paper">' in page.text
    assert "\n送ります。</textarea>" in page.text
    assert replied(house, number) == []


def test_comfort_keeps_the_words(resident: TestClient, house: House, number: str) -> None:
    form = ticket(resident.get(f"{HOME}/reply/{number}"))
    data = {**form, "text": "書きかけ", "do": "text:200"}
    page = resident.post(f"{HOME}/reply/{number}", data=data, files={"paper": ("通帳.jpg", picture())})
    assert (page.status_code, 'data-text="200"' in page.text, "\n書きかけ</textarea>" in page.text) == (200, True, True)
    assert 'id="paper-again">写真や書類は、もう一度選んでください。' in page.text
    page = resident.post(f"{HOME}/reply/{number}", data={**form, "text": "書きかけ", "do": "language:en"})
    assert ('<html lang="en"' in page.text, "\n書きかけ</textarea>" in page.text) == (True, True)
    assert ticket(page) == form
    assert replied(house, number) == []


def test_nobody_writes_about_somebody_elses(phone: Phone, house: House, number: str) -> None:
    stranger = phone()
    own = sent(stranger)
    form = ticket(stranger.get(f"{HOME}/reply/{own}"))
    for page in (
        stranger.get(f"{HOME}/reply/{number}"),
        stranger.post(f"{HOME}/reply/{number}", data={**form, "text": "他人です。"}),
        stranger.get(f"{HOME}/reply/0000-0000-00"),
        stranger.get("/ja/hoshino/reply/" + own),
    ):
        assert urlsplit(str(page.url)).path.endswith("/status")
        assert QUESTION.partition("\n")[0] not in page.text
    assert replied(house, number) == []
    page = stranger.post(f"{HOME}/reply/{own}", data={"ticket": "x" * 32, "proof": form["proof"], "text": "自分です。"})
    assert "\n自分です。</textarea>" in page.text, "a forged id is asked for again, and no word lost"
    assert replied(house, own) == []


def test_after_all_was_taken_back_there_is_nothing_to_answer(phone: Phone, house: House) -> None:
    resident = phone()
    number = sent(resident)
    form = ticket(resident.get(f"{HOME}/reply/{number}"))
    resident.post(f"{SERVICE}/withdraw/{number}/all", data={"do": "withdraw"})
    assert f"{HOME}/reply/" not in status(resident, number).text
    page = resident.post(f"{HOME}/reply/{number}", data={**form, "text": "遅いです。"})
    assert urlsplit(str(page.url)).path == f"{HOME}/status"
    assert replied(house, number) == []


def test_who_has_written_very_often_is_told_to_call(
    resident: TestClient, house: House, number: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replies, "MOST", 1)
    for status_code in (200, 422):
        form = ticket(resident.get(f"{HOME}/reply/{number}"))
        page = resident.post(f"{HOME}/reply/{number}", data={**form, "text": "何度も。"})
        assert page.status_code == status_code
    assert "ここからは、もう送れません。0000-00-0011 に電話してください。" in page.text
    assert len(replied(house, number)) == 1


def test_papers_come_only_so_often(resident: TestClient, number: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reply, "PAPERS", Allowance(1, 600))
    codes = []
    for _ in range(2):
        form = ticket(resident.get(f"{HOME}/reply/{number}"))
        codes.append(
            resident.post(f"{HOME}/reply/{number}", data=form, files={"paper": ("a.jpg", picture())}).status_code
        )
    assert codes == [200, 429]
