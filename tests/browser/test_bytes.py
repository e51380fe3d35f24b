"""Bytes over the line, as a real browser loads them: few enough for a weak network and a small contract."""

from __future__ import annotations

from tests.bench.browser import sizes
from tests.resident.device.test_kept import PAGE_ITSELF

KB = 1024


def test_a_visit_and_a_whole_journey_stay_small() -> None:
    found = sizes()
    assert found["first_page_html_bytes"] <= 14 * KB
    assert found["first_visit_bytes"] <= PAGE_ITSELF  # what is kept for later comes to it
    assert found["journey_warm_bytes"] <= 120 * KB
