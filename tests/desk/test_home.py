"""The first page of the desk shows the ways this person may go, and no other."""

from __future__ import annotations

import pytest

from tests.desk.given import DESK, TownHall
from tests.desk.work.given import kept


@pytest.mark.parametrize(
    ("role", "ways"),
    [("clerk", {"account", "cases"}), ("administrator", {"account", "staff"}), ("auditor", {"account", "looks"})],
)
def test_links_to_what_opens(hall: TownHall, role: str, ways: set[str]) -> None:
    page = hall.inside(hall.person({"welfare": [role]})).get(f"{DESK}/").text
    assert {way for way in ("account", "cases", "staff", "looks") if f'href="{DESK}/{way}"' in page} == ways


def test_speaks_english_where_that_was_chosen(hall: TownHall) -> None:
    browser = hall.inside(hall.person({"welfare": ["clerk"]}))
    browser.post(f"{DESK}/preferences", data={"do": "language:en"})
    page = browser.get(f"{DESK}/").text
    assert '<html lang="en"' in page
    assert "You are signed in as" in page
    browser.post(f"{DESK}/preferences", data={"do": "language:ja-simple"})
    assert '<html lang="ja"' in browser.get(f"{DESK}/").text, "the desk speaks no easy Japanese"


def test_tells_a_clerk_what_there_is_to_do(hall: TownHall) -> None:
    kept(hall)
    assert "新しい <span>1件</span>" in hall.inside(hall.person({"welfare": ["reader"]})).get(f"{DESK}/").text
    assert "いま、すること" not in hall.inside(hall.person({"welfare": ["auditor"]})).get(f"{DESK}/").text
