"""The number to check by: the same from the bundle of any day, and no slip points to another record."""

from __future__ import annotations

import json

import pytest

from portal.consent import bundle, log
from portal.consent.canonical import canonical
from portal.consent.inquiry.code import Code, code_of, digits_of, read_code
from portal.consent.tree import leaf
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.consent.given import TOWN, sealed

CODE = Code(12344, "04827193")


def test_it_says_where_and_what() -> None:
    assert CODE.text == "12345-0482-7193-24"
    assert digits_of(b"\xff" * 32) == f"{(2**64 - 1) % 10**8:08d}"


def test_every_day_tells_the_same_number(database: Database, keys: Keys) -> None:
    with database.writing() as db:
        kept = [json.loads(json.dumps(sealed(db, keys))) for _ in range(3)]
        codes = [code_of(each) for each in kept]
        assert [code_of(bundle.fresh(db, keys, TOWN.code, each)) for each in kept] == codes
        size = log.head(db, TOWN.code).size
    assert [code.split("-")[0] for code in codes] == ["1", "6", "11"]
    assert size == 15
    for each, code in zip(kept, codes, strict=True):
        found = read_code(code)
        assert found
        assert found.fits(leaf(canonical(each["records"][0]["record"])))
        assert not found.fits(leaf(canonical(each["records"][1]["record"])))


@pytest.mark.parametrize("kept", [None, {}, {"record": {"type": "declaration"}, "salt": "00"}])
def test_what_was_agreed_to_before_there_was_a_log_has_none(kept: object) -> None:
    assert code_of(kept) == ""


@pytest.mark.parametrize(
    "typed",
    [
        CODE.text,
        "12345048271 9324",
        "１２３４５ー０４８２ー７１９３ー２４",
        "確認番号は 12345-0482-7193-24 です。",
        "https://portal99.example.jp/ja/kasumigahama/verify/12345-0482-7193-24",
    ],
)
def test_it_is_read_however_it_comes(typed: str) -> None:
    assert read_code(typed) == CODE


@pytest.mark.parametrize(
    "typed",
    ["", "x", "4827-1936-52", "12345-0482-7193-25", "12354-0482-7193-24", "0" * 11, "9" * 40, Code(-1, "0" * 8).text],
    ids=["nothing", "words", "a receipt number", "one wrong", "two swapped", "noughts", "endless", "before the first"],
)
def test_what_cannot_be_one_is_no_number(typed: str) -> None:
    assert read_code(typed) is None
