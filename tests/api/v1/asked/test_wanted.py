"""The query is read as people and programs write it, or refused with what to write instead."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from starlette.datastructures import QueryParams

from portal.accounts.api_client import ApiClient
from portal.api.v1.asked.wanted import EARLIEST, LATEST, cursor, wanted
from portal.api.v1.problems import Refused
from portal.cases.inbox import Wanted

TEN = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
CLIENT = ApiClient("990019", "system", frozenset({"welfare"}), frozenset(), "id", TEN)


def read(query: str) -> Wanted:
    return wanted(CLIENT, QueryParams(query))


def test_nothing_asked_is_everything_from_the_beginning() -> None:
    usual = Wanted(municipality="990019", departments=frozenset({"welfare"}), after=0, since=None, limit=50)
    assert read("") == read("after=&since=&limit=") == usual


MOMENTS = {
    "Japan": "2026-11-24T10:00:00%2B09:00",
    "a plus that became a space": "2026-11-24T10:00:00+09:00",
    "the same with fractions": "2026-11-24T10:00:00.000+09:00",
    "Greenwich": "2026-11-24T01:00:00Z",
    "a space for the T": "2026-11-24%2010:00:00%2B09:00",
}


@pytest.mark.parametrize("since", MOMENTS.values(), ids=MOMENTS.keys())
def test_moments_in_any_zone(since: str) -> None:
    assert read(f"since={since}").since == TEN


def test_a_cursor_comes_back_as_it_went() -> None:
    for place in (0, 1, 255, 10**9):
        assert read(f"after={cursor(place)}").after == place


REFUSED = {
    "no zone": ("since=2026-11-24T10:00:00", "BadSince"),
    "no such day": ("since=2026-02-30T10:00:00Z", "BadSince"),
    "era": ("since=令和8年11月24日", "BadSince"),
    "a number for a cursor": ("after=12", "BadAfter"),
    "a word": ("after=cxyz", "BadAfter"),
    "a place beyond all": (f"after=c{'f' * 16}", "BadAfter"),
    "none": ("limit=0", "BadLimit"),
    "too many": ("limit=101", "BadLimit"),
    "a minus": ("limit=-1", "BadLimit"),
    "a wide digit": ("limit=５", "BadLimit"),
}


@pytest.mark.parametrize(("query", "kind"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_meant_is_refused(query: str, kind: str) -> None:
    with pytest.raises(Refused) as refused:
        read(query)
    assert refused.value.kind == kind


def test_most_at_once() -> None:
    assert (read("limit=1").limit, read("limit=100").limit) == (1, 100)


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("0001-01-01T00:00:00%2B09:00", EARLIEST),
        ("9999-12-31T23:59:60-14:12", LATEST),
        ("2026-11-24T00:59:60Z", datetime(2026, 11, 24, 0, 59, 59, tzinfo=UTC)),
    ],
)
def test_the_edges_of_time_are_moments_too(text: str, read_as: datetime) -> None:
    assert read(f"since={text}").since == read_as
