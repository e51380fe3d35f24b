"""A page of the desk: its address follows from its name. That the table is kept is in test_pages."""

from __future__ import annotations

from portal.desk.page import ANYBODY, Page


def test_stands_where_its_name_says() -> None:
    page = Page(name="person", needs=ANYBODY, show=lambda visit: visit.refuse(404))
    assert page.path == "/staff/{person}"
    assert [page.proven, page.writes, page.slow] == [False, False, False]
