"""The services one may see numbers of are those whose applications one may read."""

from __future__ import annotations

from tests.desk.given import TownHall
from tests.desk.overview.given import FIGURES, READER, offered


def test_the_services_of_ones_departments_are_listed(hall: TownHall) -> None:
    offered(hall)
    for roles in (READER, {"*": ["approver"]}):
        page = hall.inside(hall.person(roles)).get(FIGURES).text
        assert f'<a href="{FIGURES}/kyufukin"><b>給付金</b></a>' in page
    page = hall.inside(hall.person({"residents": ["clerk"], "welfare": ["auditor"]})).get(FIGURES).text
    assert "給付金" not in page
    assert "あなたの課の手続きは、まだありません。" in page
