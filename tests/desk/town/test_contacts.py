"""Contacts: changed after a look in every language; nobody writes over another, else the file holds."""

from __future__ import annotations

import pytest

from portal.language.words import LANGUAGES, words_for
from tests.desk.given import DESK, TownHall
from tests.desk.town.given import CONTACTS, applied, form, kinds, previewed, town

NEW = "平日の午前9時から午後4時まで"


def test_a_telephone_is_changed_after_it_was_seen(hall: TownHall) -> None:
    browser = hall.inside(hall.person())
    seen = previewed(browser, CONTACTS, phone="０１２３－４５－６７８９")
    assert "0123-45-6789" in seen.text
    assert "まだ変わっていません" in seen.text
    assert browser.get(CONTACTS).text.count("0123-45-6789") == 0, "nothing is kept by looking"
    answer = browser.post(CONTACTS, data=form(seen.text) | {"do": "apply"})
    assert answer.headers["location"] == f"{DESK}/town?changed=1"
    assert "変えました" in browser.get(answer.headers["location"]).text
    assert town(hall).phone == "0123-45-6789"
    assert kinds(hall)[0] == ("town changed", "1")


def test_the_page_says_what_the_file_says(hall: TownHall) -> None:
    browser = hall.inside(hall.person())
    assert browser.get(CONTACTS).text.count("いまは、もとの設定です。") == 3
    applied(browser, CONTACTS, phone="0123-45-6789")
    page = browser.get(CONTACTS).text
    assert 'もとの設定は、<bdi class="whole">「0000-00-0000」</bdi>です。' in page
    assert page.count("いまは、もとの設定です。") == 2


def test_what_is_as_in_the_file_goes_on_following_it(hall: TownHall) -> None:
    browser = hall.inside(hall.person())
    applied(browser, CONTACTS, phone="0123-45-6789", hours=NEW)
    applied(browser, CONTACTS, phone="0000-00-0000")
    file = hall.house.files["kasumigahama"]
    later = file.model_copy(update={"phone": "0999-99-9999", "hours": "来年からの時間"})
    hall.house.files = {**hall.house.files, "kasumigahama": later}
    applied(browser, CONTACTS, address="かすみがはま市二丁目")
    assert (town(hall).phone, town(hall).hours) == ("0999-99-9999", NEW)


def test_words_without_translation_stay_japanese_and_say_so(hall: TownHall) -> None:
    seen = previewed(hall.inside(hall.person()), CONTACTS, hours=NEW).text
    assert "訳がないので、日本語のまま出ることば" in seen
    assert f"<p>{'、'.join(one.own_name for one in LANGUAGES[1:])}</p>" in seen
    assert seen.count(f'<p lang="ja">{NEW}</p>') == 1


def test_words_are_told_in_the_languages_written_beside_them(hall: TownHall) -> None:
    browser = hall.inside(hall.person())
    seen = previewed(
        browser, CONTACTS, hours=NEW, **{"hours.en": "Weekdays, 9 to 4", "hours.ko": "평일 9시부터 4시까지"}
    )
    assert '<p lang="en">Weekdays, 9 to 4</p>' in seen.text
    assert seen.text.count("ここに書いた訳") == 2
    browser.post(CONTACTS, data=form(seen.text) | {"do": "apply"})
    told = {code: words_for(code)(town(hall).hours) for code in ("ja", "en", "ko", "vi")}
    assert told == {"ja": NEW, "en": "Weekdays, 9 to 4", "ko": "평일 9시부터 4시까지", "vi": NEW}
    assert form(browser.get(CONTACTS).text)["hours.en"] == "Weekdays, 9 to 4"


def test_translations_left_behind_are_pointed_out(hall: TownHall) -> None:
    browser = hall.inside(hall.person())
    applied(browser, CONTACTS, hours=NEW, **{"hours.en": "Weekdays, 9 to 4", "hours.ko": "평일 9시부터 4시까지"})
    seen = previewed(browser, CONTACTS, hours="平日の午前中", **{"hours.ko": "평일 오전"}).text
    assert "訳が前のままのことばがあります：English<" in seen


def test_what_cannot_be_is_refused_and_stays_in_the_boxes(hall: TownHall) -> None:
    browser = hall.inside(hall.person())
    page = previewed(browser, CONTACTS, phone="", hours=NEW, **{"hours.en": "Weekdays"})
    assert page.status_code == 422
    assert "「電話番号」を書いてください。" in page.text
    assert (form(page.text)["hours"], form(page.text)["hours.en"]) == (NEW, "Weekdays")
    page = previewed(browser, CONTACTS, hours="あ" * 501)
    assert (page.status_code, form(page.text)["hours"]) == (422, "あ" * 501)
    assert "500文字まで" in page.text
    assert previewed(browser, CONTACTS).status_code == 422, "nothing was changed"


def test_who_wants_to_mend_finds_what_was_typed(hall: TownHall) -> None:
    browser = hall.inside(hall.person())
    seen = previewed(browser, CONTACTS, hours=NEW)
    page = browser.post(CONTACTS, data=form(seen.text) | {"do": "mend"})
    assert form(page.text)["hours"] == NEW
    assert town(hall).version == 0


def test_two_administrators_never_write_over_each_other(hall: TownHall) -> None:
    one, other = hall.inside(hall.person()), hall.inside(hall.person(name="鈴木 修"))
    mine = previewed(one, CONTACTS, hours=NEW)
    applied(other, CONTACTS, phone="0123-45-6789")
    page = one.post(CONTACTS, data=form(mine.text) | {"do": "apply"})
    assert page.status_code == 409
    assert "鈴木 修さんが、" in page.text
    assert "0123-45-6789" in page.text
    assert form(page.text)["hours"] == NEW
    assert town(hall).hours != NEW
    seen = one.post(CONTACTS, data=form(page.text) | {"phone": "0123-45-6789", "do": "preview"})
    assert one.post(CONTACTS, data=form(seen.text) | {"do": "apply"}).status_code == 303
    assert (town(hall).phone, town(hall).hours) == ("0123-45-6789", NEW)


def test_a_change_of_another_part_is_in_nobodys_way(hall: TownHall) -> None:
    one, other = hall.inside(hall.person()), hall.inside(hall.person())
    mine = previewed(one, CONTACTS, hours=NEW)
    applied(other, f"{DESK}/town/days", closed="12月28日")
    assert one.post(CONTACTS, data=form(mine.text) | {"do": "apply"}).status_code == 303
    assert len(town(hall).closed) == 1


@pytest.mark.parametrize("at", ["contacts", "days"])
def test_the_town_is_for_who_looks_after_all_of_it(hall: TownHall, at: str) -> None:
    browser = hall.inside(hall.person({"welfare": ["administrator"]}))
    assert browser.get(f"{DESK}/town/{at}").status_code == 404
    assert browser.post(f"{DESK}/town/{at}", data={"do": "apply", "phone": "1"}).status_code == 404
    assert f"{DESK}/town/{at}" not in browser.get(f"{DESK}/town").text


def test_a_change_touches_no_other_town(hall: TownHall) -> None:
    applied(hall.inside(hall.person()), CONTACTS, phone="0123-45-6789")
    assert hall.house.towns["hoshino"].version == 0
    assert "0123-45-6789" not in hall.inside(hall.person(town="990027")).get("/desk/hoshino/town/history").text
