"""Names and codes of banks and branches among other words."""

from __future__ import annotations

import pytest

from portal import registries
from portal.answers.bank_text import looked_up, split

ONE = ["みずほ銀行（0001）", "0001 みずほ", "みずほ 0001", "銀行コード 0001", "株式会社みずほ銀行", "銀行名：みずほ"]


@pytest.mark.parametrize("typed", ONE)
def test_names_and_codes_of_one_bank(typed: str) -> None:
    matches = looked_up(typed, registries.opened().banks.find)
    assert matches.sure
    assert matches.found[0].code == "0001"


def test_a_name_and_a_code_that_differ_are_both_offered() -> None:
    matches = looked_up("みずほ銀行（0005）", registries.opened().banks.find)
    assert not matches.sure
    assert {bank.code for bank in matches.found} == {"0001", "0005"}


@pytest.mark.parametrize(
    "typed", ["みずほ銀行新宿支店", "みずほ 新宿支店", "みずほ銀行　新宿支店", "みずほ銀行・新宿支店"]
)
def test_bank_and_branch_in_one_text(typed: str) -> None:
    found = split(typed)
    assert found is not None
    assert found[1] == "新宿支店"


@pytest.mark.parametrize("typed", ["みずほ銀行", "あれこれ 新宿", "京都 本店", "", "銀行"])
def test_what_is_not_a_bank_and_its_branch(typed: str) -> None:
    assert split(typed) is None
