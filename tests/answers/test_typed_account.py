"""Accounts put where each part belongs."""

from __future__ import annotations

import random

import pytest

from portal import registries
from portal.answers.typed_account import arranged, read_account
from tests.answers.given import read, shown

PASTED = [
    "みずほ銀行 新宿支店 普通 1234567 ヤマダ ショウジ",
    "みずほ銀行新宿支店　普通1234567　ヤマダ　ショウジ",
    "0001 240 普通 1234567 ヤマダ ショウジ",
    "みずほ銀行、新宿支店、普通、1234567、ヤマダ ショウジ",
]


@pytest.mark.parametrize("text", PASTED)
def test_an_account_pasted_whole(text: str) -> None:
    texts = arranged({"bank": text})
    account = read_account(texts)
    assert account.problems == ()
    assert account.found.branch is not None
    assert (account.found.branch.code, account.kind, account.number) == ("240", "ordinary", "1234567")
    assert texts["holder"] == "ヤマダ ショウジ"


def test_a_bank_alone_stays_a_bank() -> None:
    assert arranged({"bank": "77銀行"}) == {"bank": "77銀行"}
    assert arranged({"bank": "みずほ銀行 新宿支店"}) == {"bank": "みずほ銀行 新宿支店"}


def test_what_is_shown_is_read_again() -> None:
    draw, banks = random.Random(3), registries.opened().banks
    for bank in ("0001", "0005", "1610", "2963", "9900", "0033"):
        for code in (f"{draw.randrange(999):03}" for _ in range(60)):
            if not banks.branches(bank, code).sure:
                continue
            typed = {"bank": bank, "branch": code, "account_kind": "ordinary", "number": "76543", "holder": "やまだ"}
            kept = read("bank_account", typed)
            lines = dict(zip(("bank", "branch", "number", "holder"), shown("bank_account", kept), strict=True))
            assert read("bank_account", lines) == kept


@pytest.mark.parametrize("text", ["銀行" * 450, "1" * 900, "普通 " * 300, "(" * 900, "みずほ銀行 " * 150, "-" * 900])
def test_many_signs_are_no_account(text: str) -> None:
    assert read_account(arranged({"bank": text, "branch": text, "number": text})).problems
