"""Kept pages: rendered once for each encoding, the oldest dropped when there are too many."""

from __future__ import annotations

import gzip
from collections.abc import Callable

import brotli
import pytest

from portal.web.kept import ENCODERS, KeptPages, encoding_for


def page(text: str, rendered: list[str]) -> Callable[[], str]:
    """A page that notes each rendering."""

    def render() -> str:
        rendered.append(text)
        return text

    return render


def test_a_page_is_rendered_once_for_each_encoding() -> None:
    kept, rendered = KeptPages(), list[str]()
    for _ in range(3):
        assert brotli.decompress(kept.get("a", "gzip, br, zstd", page("頁", rendered))[0]).decode() == "頁"
    assert gzip.decompress(kept.get("a", "gzip", page("頁", rendered))[0]).decode() == "頁"
    assert kept.get("a", "", page("頁", rendered)) == ("頁".encode(), "")
    assert rendered == ["頁"] * 3


def test_the_least_wanted_are_dropped() -> None:
    kept, rendered = KeptPages(limit=25), list[str]()
    for key in ("a", "b", "a", "c", "a", "b"):
        kept.get(key, "", page(key * 10, rendered))
    assert rendered == ["aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc", "bbbbbbbbbb"]


def test_a_page_made_twice_at_once_takes_its_place_once() -> None:
    kept, rendered = KeptPages(limit=25), list[str]()

    def slowly() -> str:
        kept.get("a", "", page("a" * 10, rendered))  # another thread was quicker
        return "a" * 10

    for key in ("a", "b", "a", "b"):
        kept.get(key, "", slowly if not rendered else page(key * 10, rendered))
    assert rendered == ["aaaaaaaaaa", "bbbbbbbbbb"], "both fit, and both are kept"


def test_a_page_larger_than_all_the_room_is_sent_all_the_same() -> None:
    kept, rendered = KeptPages(limit=5), list[str]()
    for _ in range(2):
        assert kept.get("a", "", page("a" * 10, rendered)) == (b"a" * 10, "")


ACCEPTED = {
    "gzip, deflate, br, zstd": "br",
    "GZIP": "gzip",
    "br;q=0, gzip;q=0.5": "gzip",
    "gzip;q=0.000": "",
    "br ; q=0": "",
    "abracadabra": "",
    "*": "",
    "": "",
    "identity": "",
    ", ,;q=,br;q=": "br",
}


@pytest.mark.parametrize(("header", "encoding"), ACCEPTED.items())
def test_a_browser_gets_only_what_it_can_unpack(header: str, encoding: str) -> None:
    assert encoding_for(header, ENCODERS) == encoding
