"""A case as a document that can be read aloud, kept as a look, for nobody else."""

from __future__ import annotations

import pytest

from portal.accounts.staff import trail
from portal.desk.papers import paper
from portal.typesetting.pdf import Unset
from tests.desk.given import HERE, TownHall
from tests.desk.work.given import CASES, DOUBT, clerk, kept
from tests.typesetting.test_document import read


def test_is_the_documents_of_the_mails_and_nobody_keeps_it(hall: TownHall) -> None:
    one = kept(hall, flags=(DOUBT,))
    answer = clerk(hall, welfare=["reader"]).get(f"{CASES}/{one.id}/paper")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf")
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-disposition"] == f'inline; filename="case-{one.number}.pdf"'
    text = read(answer.content)
    assert text.index("名前が、かなだけです。") < text.index("通帳の写真")
    with hall.database.reading() as db:
        assert [look.page for look in trail.of_case(db, HERE, one.id)] == ["paper"]


def test_is_for_nobody_else(hall: TownHall) -> None:
    one = kept(hall)
    assert clerk(hall, residents=["approver"]).get(f"{CASES}/{one.id}/paper").status_code == 404
    with hall.database.reading() as db:
        assert trail.of_case(db, HERE, one.id) == []


def test_what_cannot_be_set_is_told(hall: TownHall, monkeypatch: pytest.MonkeyPatch) -> None:
    def amiss(*_: object) -> bytes:
        raise Unset("x")

    monkeypatch.setattr(paper, "pdf", amiss)
    answer = clerk(hall).get(f"{CASES}/{kept(hall).id}/paper")
    assert answer.status_code == 500
    assert "うまく動きませんでした" in answer.text
