"""A case is found by everybody it names, however they are spelt, and by nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from portal.cases.search.words import ACCOUNT, BIRTH, FAMILY, HOME, NAME, PERSON, PHONE, named, of, people
from portal.cases.sent import Helper
from tests.cases.given import HELPED, answered, sent
from tests.cases.given import NAME as HANAKO

ADDRESS = {"postcode": "1000001", "town": "東京都千代田区千代田", "street": "1-1", "building": ""}
ACCOUNT_VALUE = {"bank": "0001", "branch": "001", "type": "1", "number": "1234567", "holder": "ﾔﾏﾀﾞ ﾊﾅｺ"}


def test_the_applicant_and_the_household_are_its_words() -> None:
    words = of(sent())
    assert {(NAME, "山田花子"), (NAME, "ヤマダハナコ"), (FAMILY, "山田"), (FAMILY, "ヤマダ")} <= words
    assert {(BIRTH, "1935-04-01"), (PHONE, "09012345678"), (PERSON, "ヤマダハナコ:1935-04-01")} <= words
    assert {(NAME, "山田一郎"), (NAME, "ヤマダイチロー"), (BIRTH, "1960-05-05")} <= words
    assert not [word for word in words if not word[1]]


def test_whoever_helped_is_found_too() -> None:
    assert {(NAME, "山田一郎"), (PHONE, "08011112222")} <= of(sent(answers=(), **HELPED))
    alone = of(sent(answers=(), applicant="", kana="", birth_date=None, phone="", helper=Helper("田中 実")))
    assert alone == {(NAME, "田中実"), (FAMILY, "田中")}


@pytest.mark.parametrize(
    ("kept", "typed"),
    [("髙橋 一", "高橋"), ("渡邉　正", "わたなべ"), ("Nguyễn Văn An", "nguyen van an"), ("山田 花子", "ﾔﾏﾀﾞﾊﾅｺ")],
)
def test_any_spelling_finds_it(kept: str, typed: str) -> None:
    kana = {"渡邉　正": "ワタナベ タダシ", "山田 花子": "ヤマダ　ハナコ"}.get(kept, "")
    assert named(typed) & of(sent(answers=(), applicant=kept, kana=kana))


@pytest.mark.parametrize("typed", ["花", "山", "山田花", "田山", ""])
def test_a_piece_of_a_name_finds_nothing(typed: str) -> None:
    assert not named(typed) & of(sent())


def test_an_extension_is_not_asked_for() -> None:
    phone = answered("phone", "phone", "電話", ("03-3210-9876 内線12",), "0332109876;ext=12")
    assert (PHONE, "0332109876") in of(sent(answers=(phone,)))


def test_home_and_account_tell_a_household() -> None:
    answers = (
        answered("home", "address", "住所", ("東京都",), ADDRESS),
        answered("account", "bank_account", "口座", ("銀行",), ACCOUNT_VALUE),
    )
    words = of(sent(answers=answers))
    assert {kind for kind, _ in people(words)} == {PERSON, HOME, ACCOUNT}
    others = (answers[0], replace(answers[1], value={**ACCOUNT_VALUE, "holder": "ﾔﾏﾀﾞ ｲﾁﾛｳ"}))
    assert people(words) & people(of(sent(answers=others, applicant="山田 一郎", kana="ヤマダ イチロウ"))) == {
        word for word in words if word[0] in {HOME, ACCOUNT}
    }


def test_an_answer_left_empty_has_no_word() -> None:
    kinds = ("person_name", "household", "phone", "address", "bank_account")
    empty = tuple(answered(kind, kind, kind, (), None) for kind in kinds)
    assert of(sent(answers=empty, applicant="", kana="", birth_date=None, phone="")) == frozenset()
    assert HANAKO["family"] == "山田"
