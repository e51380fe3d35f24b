"""A department: its own administrators change it, and what is typed is held against the checks of the file."""

from __future__ import annotations

import pytest

from tests.desk.given import DESK, TownHall
from tests.desk.town.given import WELFARE, applied, form, previewed, town


def test_what_is_changed_counts_for_what_comes(hall: TownHall) -> None:
    browser = hall.inside(hall.person({"welfare": ["administrator"]}))
    seen = applied(browser, WELFARE, name="福祉課 給付係", email="ｆｕｋｕｓｈｉ@town.example", limit="４８")
    assert seen.status_code == 303
    welfare = town(hall).departments["welfare"]
    assert (welfare.name, welfare.email, welfare.limit) == ("福祉課 給付係", "fukushi@town.example", 48)
    assert welfare.delivery == hall.house.files["kasumigahama"].departments["welfare"].delivery
    assert town(hall).departments["residents"] == hall.house.files["kasumigahama"].departments["residents"]
    assert "福祉課 給付係" in browser.get(f"{DESK}/town").text


@pytest.mark.parametrize(
    ("name", "typed", "told"),
    [
        ("email", "fukushi", "shimin@town.example.jp のように"),
        ("limit", "二日", "」は、数だけを書いてください"),
        ("limit", "0", "1から2160までの数"),
        ("limit", "2161", "1から2160までの数"),
        ("name", " ", "「課と係の名前」を書いてください。"),
    ],
)
def test_what_a_file_may_not_say_is_refused(hall: TownHall, name: str, typed: str, told: str) -> None:
    page = previewed(hall.inside(hall.person()), WELFARE, **{name: typed})
    assert page.status_code == 422
    assert told in page.text
    assert form(page.text)[name] == typed
    assert f'href="#{name}"' in page.text


def test_another_department_is_not_theirs(hall: TownHall) -> None:
    browser = hall.inside(hall.person({"residents": ["administrator"], "welfare": ["approver"]}))
    assert browser.get(WELFARE).status_code == 404
    assert browser.post(WELFARE, data={"do": "apply", "name": "x"}).status_code == 404
    assert WELFARE not in browser.get(f"{DESK}/town").text
    assert browser.get(f"{DESK}/town/departments/nothing").status_code == 404
