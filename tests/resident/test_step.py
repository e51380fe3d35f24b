"""A question: nothing typed is lost, whatever the answer, the button or the order."""

from __future__ import annotations

import pytest

from portal.web.house import House
from tests.journeys.benefit import SERVICE, TYPED
from tests.resident.conftest import Phone
from tests.resident.filling import answered, begun, reviewed


def test_what_cannot_be_read_comes_back_as_typed_and_stays(phone: Phone) -> None:
    resident = phone()
    begun(resident)
    answered(resident, "filer", {"value": "self"})
    answered(resident, "applicant-name", TYPED["applicant-name"])
    wrong = {"era": "showa", "year": "６４", "month": "2", "day": "30日"}
    asked = answered(resident, "birth-date", wrong)
    assert asked.status_code == 422
    assert "エラー" in asked.text
    for text in ("６４", "30日"):
        assert text in asked.text
        assert text in resident.get(f"{SERVICE}/birth-date").text, "and after a reload"


def test_an_answer_comes_back_as_it_was_typed_not_as_it_was_read(phone: Phone) -> None:
    resident = phone()
    reviewed(resident)
    assert TYPED["phone"]["value"] in resident.get(f"{SERVICE}/phone").text


def test_a_question_off_the_way_leads_to_the_next_one(phone: Phone) -> None:
    resident = phone()
    begun(resident)
    assert resident.get(f"{SERVICE}/members").url.path == f"{SERVICE}/filer"
    assert resident.get(f"{SERVICE}/review").url.path == f"{SERVICE}/filer"
    assert resident.get(f"{SERVICE}/consent").url.path == f"{SERVICE}/filer"
    assert resident.post(f"{SERVICE}/consent", data={"do": "seal"}).url.path == f"{SERVICE}/filer"


def test_without_a_draft_there_is_a_way_out_in_words(phone: Phone) -> None:
    page = phone().get(f"{SERVICE}/filer")
    assert page.status_code == 404
    assert "書きかけの内容が見つかりませんでした" in page.text
    assert "0000-00-0001" in page.text


@pytest.mark.parametrize("wish", ["text:200", "contrast:dark", "language:en"])
def test_a_comfort_button_keeps_what_is_half_typed(phone: Phone, wish: str) -> None:
    resident = phone()
    begun(resident)
    answered(resident, "filer", {"value": "self"})
    typed = {**TYPED["applicant-name"], "given": "", "do": wish}
    page = resident.post(f"{SERVICE}/applicant-name", data=typed)
    assert page.status_code == 200
    assert "髙橋" in page.text
    assert "エラー" not in page.text
    assert page.url.path.startswith("/en/" if wish == "language:en" else "/ja/")
    assert {"text:200": 'data-text="200"', "contrast:dark": 'data-contrast="dark"', "language:en": 'lang="en"'}[
        wish
    ] in page.text


def test_a_postcode_finds_the_town_and_loses_nothing(phone: Phone) -> None:
    resident = phone()
    begun(resident)
    for step in ("filer", "applicant-name", "birth-date"):
        answered(resident, step, TYPED[step])
    typed = {"postcode": "１００−０００１", "town": "", "street": "1番", "building": "", "do": "find"}
    page = resident.post(f"{SERVICE}/address", data=typed)
    assert page.status_code == 200
    assert "東京都千代田区千代田" in page.text
    assert 'value="1番"' in page.text


def test_with_our_script_the_answer_is_the_next_page(phone: Phone, house: House) -> None:
    resident = phone(X_Swap="1")
    page = resident.post(f"{SERVICE}/", data={"do": "begin"}, follow_redirects=False)
    assert page.status_code == 200
    assert page.headers["content-location"] == f"{SERVICE}/filer"
    assert "<html" not in page.text
    assert "<main" in page.text
    assert page.headers["x-build"] == house.assets.build  # what the page stands on; with another it is opened whole
    following = resident.post(f"{SERVICE}/filer", data={"value": "self", "do": "next"}, follow_redirects=False)
    assert following.headers["content-location"] == f"{SERVICE}/applicant-name"


def test_two_towns_drafts_do_not_meet(phone: Phone) -> None:
    resident = phone()
    begun(resident)
    assert resident.get("/ja/hoshino/kyufukin/filer").status_code == 404
    resident.cookies.set("yorisoi_hoshino_kyufukin", resident.cookies["yorisoi_kasumigahama_kyufukin"])
    assert resident.get("/ja/hoshino/kyufukin/filer").status_code == 404, "nor with the key carried across"


def test_nothing_personal_may_be_kept_by_a_cache(phone: Phone) -> None:
    resident = phone()
    assert reviewed(resident).headers["cache-control"] == "no-store"
    assert begun(resident).headers["cache-control"] == "no-store"


def test_an_unexpected_fault_says_so_kindly_and_keeps_the_draft(phone: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    resident = phone()
    begun(resident)

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr("portal.resident.step.way.on", broken)
        page = answered(resident, "filer", {"value": "self"})
    assert page.status_code == 500
    assert "書いた内容は残っています" in page.text
    assert "ZeroDivision" not in page.text
    assert resident.get(f"{SERVICE}/filer").status_code == 200


@pytest.mark.parametrize(("do", "leads"), [("back", f"{SERVICE}/applicant-name"), ("later", f"{SERVICE}/later")])
def test_half_typed_words_are_kept_on_leaving(phone: Phone, do: str, leads: str) -> None:
    resident = phone()
    begun(resident)
    for step in ("filer", "applicant-name"):
        answered(resident, step, TYPED[step])
    page = resident.post(f"{SERVICE}/birth-date", data={"era": "showa", "year": "１", "month": "", "day": "", "do": do})
    assert page.url.path == leads
    assert 'value="１"' in resident.get(f"{SERVICE}/birth-date").text


def test_the_number_of_questions_grows_only_with_a_longer_choice(phone: Phone) -> None:
    resident = phone()
    page = begun(resident)
    for step, typed in TYPED.items():
        assert "8問のうち" in page.text, step
        page = answered(resident, step, typed)


def test_the_applicants_name_is_written_as_the_holders_on_request(phone: Phone) -> None:
    resident = phone()
    reviewed(resident)
    before = resident.get(f"{SERVICE}/bank-account").text
    assert "「タカハシ　ハナコ」と書く" in before
    asked = resident.post(f"{SERVICE}/bank-account", data={"bank": "みずほ", "holder": "", "do": "own-name"})
    assert 'value="タカハシ　ハナコ"' in asked.text
    assert 'value="みずほ"' in asked.text, "and the rest stays"
    assert "通帳と同じか" in asked.text
