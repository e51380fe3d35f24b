"""A service's first page: what it is, until when, and the way in."""

from __future__ import annotations

from datetime import UTC, datetime

from portal.web.house import House
from tests.journeys.benefit import SERVICE, TYPED
from tests.resident.conftest import Phone
from tests.resident.filling import answered, begun


def test_it_says_until_when_in_both_calendars(phone: Phone) -> None:
    assert "令和9年3月31日（2027年）" in phone().get(f"{SERVICE}/").text


def test_a_draft_is_gone_on_with_or_begun_anew(phone: Phone) -> None:
    resident = phone()
    begun(resident)
    answered(resident, "filer", TYPED["filer"])
    assert "続きから" in resident.get(f"{SERVICE}/").text
    assert resident.post(f"{SERVICE}/", data={"do": "continue"}).url.path == f"{SERVICE}/applicant-name"
    assert begun(resident).url.path == f"{SERVICE}/filer"


def test_after_the_deadline_nobody_can_begin(phone: Phone, house: House) -> None:
    house.clock = lambda: datetime(2027, 3, 31, 15, 1, tzinfo=UTC)  # 1 April in Japan
    page = begun(phone())
    assert page.url.path == f"{SERVICE}/"
    assert "はじめる" not in page.text
    assert page.text.index("期限が過ぎました") < page.text.index("申し込める人"), "known before anything else is read"
    assert "用意するもの" not in page.text


def test_a_service_the_town_does_not_offer_is_not_found(phone: Phone) -> None:
    assert phone().get("/ja/hoshino/kaigo-nintei/").status_code == 404
    assert phone().get("/ja/kasumigahama/nothing/").status_code == 404


def test_the_village_has_its_own_figures(phone: Phone) -> None:
    assert "120,000円" in phone().get("/ja/hoshino/kyufukin/").text


def test_a_service_says_itself_whom_to_ask(phone: Phone) -> None:
    resident, usual = phone(), "わからないときは、電話してください。"
    page = resident.get("/ja/hoshino/kyufukin/").text
    assert "外に出にくい人の家には、役場の人が行きます。" in page
    assert usual not in page
    assert "If anything is unclear or difficult, please phone us." in resident.get("/en/kasumigahama/kyufukin/").text
    assert usual in resident.get("/ja/hoshino/").text
    begun(resident)
    assert "わからないことや、困ったことは、電話で聞いてください。" in resident.get(f"{SERVICE}/filer").text


def test_a_registered_seal_is_not_imitated_but_told_what_to_bring(phone: Phone) -> None:
    resident = phone()
    page = resident.get("/ja/hoshino/inkan-toroku/")
    assert page.status_code == 200
    assert "登録するはんこ" in page.text
    assert "本人が、役所の窓口に来てください。" in page.text
    assert 'value="begin"' not in page.text
    tried = resident.post("/ja/hoshino/inkan-toroku/", data={"do": "begin"})
    assert tried.url.path == "/ja/hoshino/inkan-toroku/", "no way leads in"
    home = resident.get("/ja/hoshino/").text
    assert "はんこを登録する" in home
    assert "20分" not in home
