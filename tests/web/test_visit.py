"""A visit: one transaction, kept whole or not at all; addresses, cookies and words of one reader."""

from __future__ import annotations

from datetime import date

import pytest
from starlette.requests import Request

from portal.storage.tries import PER_ADDRESS, tried
from portal.web.errors import Refused
from portal.web.fields import Form
from portal.web.house import House
from portal.web.visit import Page, Visit
from tests.resident.conftest import house

__all__ = ["house"]


def visit(house: House, form: Form | None = None, town: str = "kasumigahama", **headers: str) -> Visit:
    """A visit to the service's first page."""
    scope = {
        "type": "http",
        "method": "GET",
        "path": f"/ja/{town}/kyufukin/",
        "query_string": b"",
        "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()],
        "path_params": {"language": "ja", "town": town},
    }
    return Visit(house, Request(scope), Page("start", {"service": "kyufukin"}), form)


def tries(house: House) -> bool:
    """Whether one more try is counted; 20 are allowed."""
    with visit(house, Form()) as one:
        return tried(one.db, one.town.code, "x", PER_ADDRESS, one.now)


def failing(house: House) -> None:
    """A visit that writes and breaks."""
    with visit(house, Form()) as one:
        tried(one.db, one.town.code, "x", PER_ADDRESS, one.now)
        raise ZeroDivisionError


def test_a_town_nobody_serves_is_refused(house: House) -> None:
    with pytest.raises(Refused):
        visit(house, town="nowhere")


def test_today_is_today_in_japan(house: House) -> None:
    assert visit(house).today == date(2026, 11, 24)


def test_what_a_failed_visit_wrote_is_undone(house: House) -> None:
    for _ in range(30):
        with pytest.raises(ZeroDivisionError):
            failing(house)
    assert all(tries(house) for _ in range(20))
    assert not tries(house)


def test_addresses_stay_in_language_town_and_service(house: House) -> None:
    one = visit(house)
    assert one.here == "/ja/kasumigahama/kyufukin/"
    assert one.url("step", step="phone") == "/ja/kasumigahama/kyufukin/phone"
    assert one.url("start", service="juminhyo", language="en") == "/en/kasumigahama/juminhyo/"


def test_our_script_gets_the_next_page_and_others_are_sent_there(house: House) -> None:
    assert visit(house).go("home").status == 303
    answer = visit(house, x_swap="1").go("home")
    assert (answer.status, answer.to) == (200, "/ja/kasumigahama/")
    assert visit(house, x_swap="1").go("home", language="en").status == 303, "another language is another page"


def test_a_cookie_set_is_held_at_once(house: House) -> None:
    one = visit(house, cookie="a=1; b=2")
    one.cookie("a", "3", 60)
    one.cookie("b", "", 0)
    assert [one.held("a"), one.held("b"), one.held("c")] == ["3", None, None]


def test_a_kept_page_is_sent_only_to_those_with_the_same_wishes(house: House) -> None:
    wishes = ("100.standard.", "100.standard..on", "100.standard..together", "100.dark..on")
    visits = [visit(house, cookie=f"yorisoi_comfort={comfort}") for comfort in wishes]
    assert len({house.doors["home"].show(one).body for one in visits}) == len(wishes)


def test_a_page_without_personal_words_is_rendered_once(house: House) -> None:
    one, two = visit(house, x_swap="1").go("home"), visit(house, x_swap="1").go("home")
    assert one.body is two.body
