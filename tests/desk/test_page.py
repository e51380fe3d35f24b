"""A page of the desk: its address follows from its name. That the table is kept is in test_pages."""

from __future__ import annotations

from portal.desk.page import ANYBODY, Page


def test_a_button_may_need_more_than_its_page() -> None:
    page = Page(name="case", needs="reader", show=lambda visit: visit.refuse(404), acts={"decide": "approver"})
    assert [page.needed(do) for do in ("decide", "anything", "")] == ["approver", "reader", "reader"]


def test_stands_where_its_name_says() -> None:
    page = Page(name="person", needs=ANYBODY, show=lambda visit: visit.refuse(404))
    assert page.path == "/staff/{person}"
    assert [page.proven, page.writes, page.slow] == [False, False, False]
