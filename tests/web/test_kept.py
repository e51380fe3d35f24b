"""Kept pages: rendered once for each encoding, the oldest dropped when there are too many."""

from __future__ import annotations

import gzip
from collections.abc import Callable

import brotli

from portal.web.kept import KeptPages


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
