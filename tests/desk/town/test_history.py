"""The history: who changed what; one press makes a part what it was before, checked as any change is."""

from __future__ import annotations

from datetime import timedelta

from tests.desk.given import DESK, TownHall
from tests.desk.town.given import CONTACTS, HISTORY, WELFARE, applied, kinds, town


def back(hall: TownHall, version: int, seen: int, **roles: list[str]) -> int:
    """The status of pressing it."""
    browser = hall.inside(hall.person(roles or {"*": ["administrator"]}))
    return int(browser.post(HISTORY, data={"do": "back", "version": f"{version}", "seen": f"{seen}"}).status_code)


def test_tells_who_changed_what_when(hall: TownHall) -> None:
    browser = hall.inside(hall.person())
    assert "まだ、何も変えていません" in browser.get(HISTORY).text
    applied(browser, CONTACTS, phone="0123-45-6789")
    page = browser.get(HISTORY).text
    for told in (
        "連絡先と時間",
        "佐藤 恵",
        '<time datetime="2026-11-24T01:00+00:00">2026年11月24日 火曜日 10:00</time>',
        '<bdi class="whole">0000-00-0000</bdi> → <bdi class="whole">0123-45-6789</bdi>',
    ):
        assert told in page


def test_one_press_goes_back(hall: TownHall) -> None:
    browser = hall.inside(hall.person())
    applied(browser, CONTACTS, phone="0123-45-6789")
    applied(browser, WELFARE, limit="48")
    applied(browser, CONTACTS, phone="0999-99-9999")
    assert back(hall, 3, seen=3) == 303
    assert town(hall).phone == "0123-45-6789"
    assert back(hall, 1, seen=4) == 303
    assert (town(hall).phone, town(hall).departments["welfare"].limit) == ("0000-00-0000", 48)
    assert kinds(hall)[0] == ("town changed back", "5")
    assert '0123-45-6789</bdi> → <bdi class="whole">0000-00-0000' in browser.get(HISTORY).text


def test_nobody_goes_back_over_anothers_change(hall: TownHall) -> None:
    browser = hall.inside(hall.person())
    applied(browser, CONTACTS, phone="0123-45-6789")
    applied(browser, CONTACTS, phone="0999-99-9999")
    assert back(hall, 1, seen=1) == 409
    assert town(hall).phone == "0999-99-9999"


def test_what_does_not_fit_the_file_any_more_stays(hall: TownHall) -> None:
    browser = hall.inside(hall.person())
    applied(browser, WELFARE, limit="2")
    applied(browser, WELFARE, limit="72")
    file = hall.house.files["kasumigahama"].model_dump(exclude_unset=True)
    file["departments"]["welfare"] |= {"delivery": [{"kind": "batch"}], "limit": 100}
    hall.house.files = {**hall.house.files, "kasumigahama": town(hall).model_validate(file)}
    assert back(hall, 2, seen=2) == 422
    assert town(hall).departments["welfare"].limit == 72


def test_a_department_sees_and_takes_back_its_own(hall: TownHall) -> None:
    browser = hall.inside(hall.person())
    applied(browser, CONTACTS, phone="0123-45-6789")
    applied(browser, WELFARE, limit="48")
    clerk = hall.inside(hall.person({"welfare": ["administrator"]}))
    assert "0123-45-6789" not in clerk.get(HISTORY).text
    assert back(hall, 1, seen=1, welfare=["administrator"]) == 200, "it is not there for them"
    assert town(hall).phone == "0123-45-6789"
    assert back(hall, 2, seen=2, welfare=["administrator"]) == 303


def test_many_changes_are_told_page_by_page(hall: TownHall) -> None:
    browser = hall.inside(hall.person())
    for n in range(22):
        hall.now += timedelta(seconds=1)
        applied(browser, WELFARE, limit=f"{n + 30}")
    page = browser.get(HISTORY).text
    assert f"{DESK}/town/history?before=3" in page
    assert "1番の変更の前に戻す" in browser.get(f"{HISTORY}?before=3").text
