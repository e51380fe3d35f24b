"""A case in words for a clerk."""

from __future__ import annotations

from portal.desk.work import told
from tests.cases.given import HELPED
from tests.desk.given import TownHall
from tests.desk.test_visit import visit
from tests.desk.work.given import DOUBT, kept


def test_answers_stand_with_whom_they_are_about(hall: TownHall) -> None:
    with visit(hall) as at:
        found = told.groups(at, kept(hall))
    assert [heading for heading, _ in found] == ["答え", "山田 一郎さんについての答え", "答え（つづき）"]
    memo, passbook = found[2][1]
    assert memo.lines == ("（答えなし）",)
    assert [paper.name for paper in passbook.papers] == ["通帳.jpg"]
    assert not passbook.lines, "its name would be told twice"
    assert passbook.asked == ""


def test_another_language_is_told_beside(hall: TownHall) -> None:
    one = kept(hall, **HELPED)
    with visit(hall) as at:
        assert told.groups(at, one)[0][1][0].asked == "申しこむ人を教えてください"
        about = dict(told.about(at, one))
    assert about["書いたことば"] == ["英語"]
    assert about["書いた人"] == ["山田 一郎、子、080-1111-2222"]
    assert "メール" not in about


def test_doubts_name_their_answers(hall: TownHall) -> None:
    assert told.doubts(kept(hall, flags=(DOUBT,))) == [("名前", ["名前が、かなだけです。"])]


def test_who_shares_something_stands_beside_within_reach(hall: TownHall) -> None:
    one, twice = kept(hall), kept(hall, "b")
    kept(hall, "c", department="residents")
    with visit(hall) as at:
        found = told.neighbours(at, one)
    [same] = found.pop("twice")
    assert (same.address.endswith(twice.id), same.shares, same.number) == (True, "同じ人", twice.number)
    assert (same.title, same.state) == (twice.title, "受けつけました")
    assert not any(found.values())
