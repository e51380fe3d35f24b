"""The statement calls what was tested by names that residents know, and never by ours."""

from __future__ import annotations

from a11y.pages import PAGES as WALKED
from a11y.report.named import named
from portal.language.translating.seen import places
from portal.resident.accessibility import KINDS

AUDITED = {
    "accessibility": 16,
    "accessibility, no town": 8,
    "api": 8,
    "desk/case": 12,
    "desk/staff": 12,
    "kyufukin/members/person": 105,
    "kyufukin/start": 22,
    "problem/404": 7,
    "problem/404, no such town": 7,
    "towns": 32,
}
VISITED = {
    "towns": 2,
    "umibe/home": 6,
    "yamabe/home": 4,
    "umibe/status": 2,
    "umibe/kyufukin/start": 1,
    "umibe/kyufukin/phone": 3,
    "umibe/of-its-own/start": 1,
    "umibe/not-found": 1,
}


def told(pages: dict[str, int]) -> list[tuple[str, int, int]]:
    """Names with the number of pages and states."""
    return [(one.name, one.pages, one.states) for one in named(pages)]


def test_a_page_goes_by_its_heading_and_those_of_a_kind_by_one_name() -> None:
    assert told(AUDITED) == [
        ("どこに住んでいますか", 1, 32),
        ("ウェブアクセシビリティ", 2, 24),
        ("特別給付金を受けとる", 2, 127),
        ("プログラムを作る人の画面", 1, 8),
        ("役所の人が使う画面", 2, 24),
        ("うまくいかなかったときの画面", 2, 14),
    ]


def test_pages_of_an_installation_are_told_without_their_towns() -> None:
    assert told(VISITED) == [
        ("どこに住んでいますか", 1, 2),
        ("どの手続きをしますか", 2, 10),
        ("申し込みの様子を見る", 1, 2),
        ("特別給付金を受けとる", 2, 4),
        ("うまくいかなかったときの画面", 1, 1),
        ("手続き", 1, 1),
    ]


def test_no_page_that_is_walked_goes_without_a_name() -> None:
    walked = {told.get("page", name) for name, told in WALKED["alone"].items() if "counter" not in told}
    seen = {one.page for one in places().values()}
    nameless = [(KINDS["service"].text, 1, 1)]
    assert [page for page in walked | seen if told({page: 1}) == nameless] == []
