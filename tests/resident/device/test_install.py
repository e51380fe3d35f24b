"""A place on the first screen: offered quietly, explained in words, needed for nothing."""

from __future__ import annotations

from tests.journeys.benefit import HOME
from tests.resident.conftest import Phone


def test_the_first_page_leads_there_and_back(phone: Phone) -> None:
    visitor = phone()
    assert f'href="{HOME}/install"' in visitor.get(f"{HOME}/").text
    page = visitor.get(f"{HOME}/install").text
    assert f'href="{HOME}/"' in page
    for telephone in ("iPhone", "Android"):
        assert telephone in page


def test_the_button_waits_for_a_browser_that_can(phone: Phone) -> None:
    page = phone().get(f"{HOME}/install").text
    assert '<button type="button" class="go" value="install" hidden>' in page
