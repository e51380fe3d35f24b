"""A page of the desk that is left stands there without its house, and asks whoever answers then."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from a11y.check import Variant
from a11y.desk import SEEN_AGAIN
from a11y.walk import walked, walks

pytestmark = pytest.mark.long


def test_a_page_that_was_left_asks_the_running_server(opened: Callable[..., Page]) -> None:
    page = opened(Variant())
    walk = next(walk for walk in walks() if walk.name == "desk/account")
    assert "about to close" in [state.name for state in walked(page, walk, Variant())]
    with page.expect_response("**/rest") as told:
        page.evaluate(SEEN_AGAIN)
    assert told.value.status == 303  # as one who is not in: nobody of that house is known there


def test_a_town_made_unfit_on_purpose_is_not_told_of_in_the_log(
    opened: Callable[..., Page], caplog: pytest.LogCaptureFixture
) -> None:
    walk = next(walk for walk in walks() if walk.name == "desk/town")
    assert [state.name for state in walked(opened(Variant()), walk, Variant())] == ["changed"]
    assert "does not fit its file" not in caplog.text
