"""Bank and branch, taken, picked or offered."""

from __future__ import annotations

from portal.answers.bank_branch import find


def test_both_are_taken_where_they_are_sure() -> None:
    found = find({"bank": "みずほ", "branch": "新宿"})
    assert found.bank is not None
    assert found.branch is not None
    assert (found.bank.code, found.branch.code) == ("0001", "240")
    assert (found.offers, found.problems) == ({}, ())


def test_a_branch_waits_for_its_bank() -> None:
    found = find({"bank": "京都", "branch": "本店"})
    assert found.bank is found.branch is None
    assert list(found.offers) == ["bank_code"]
    assert [problem.part for problem in found.problems] == ["bank_code"]


def test_a_pick_opens_the_branches() -> None:
    found = find({"bank": "京都", "bank_code": "0158", "branch": "本店"})
    assert found.bank is not None
    assert found.bank.name == "京都銀行"
    assert found.branch is not None
    assert "bank_code" in found.offers  # the pick can still be changed


def test_both_are_missing() -> None:
    assert [problem.part for problem in find({}).problems] == ["bank", "branch"]


def test_offers_name_the_code() -> None:
    labels = [option.label for option in find({"bank": "京都"}).offers["bank_code"]]
    assert "京都銀行（0158）" in labels
