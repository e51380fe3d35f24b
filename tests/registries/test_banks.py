"""Banks and branches found by whatever people call them."""

from __future__ import annotations

import pytest

from portal.registries import Registries
from portal.registries.banks import MOST

SURE = {
    "as it is called": ("みずほ", "0001"),
    "in full": ("みずほ銀行", "0001"),
    "katakana": ("ミズホ", "0001"),
    "half-width kana": ("ﾐｽﾞﾎ", "0001"),
    "spoken in full": ("みずほぎんこう", "0001"),
    "code": ("0001", "0001"),
    "wide code": ("０００１", "0001"),
    "with spaces": (" みずほ 銀行 ", "0001"),
    "the post bank": ("ゆうちょ", "9900"),
    "post office": ("郵便局", "9900"),
    "small kana": ("ゆうちょぎんこう", "9900"),
    "wide letters": ("三菱ＵＦＪ", "0005"),
    "letters": ("三菱UFJ銀行", "0005"),
    "an old name": ("三菱東京UFJ", "0005"),
    "initials": ("SMBC", "0009"),
    "reading with long sound": ("ソニーぎんこう", "0035"),
    "shinkin in full": ("京都信用金庫", "1610"),
    "shinkin short": ("京都信金", "1610"),
    "shinkin read": ("きょうとしんきん", "1610"),
    "bank and not shinkin": ("京都銀行", "0158"),
    "farmers' cooperative": ("JAいるま野", "4735"),
    "old kanji": ("北国銀行", "0146"),
    "number as name": ("七十七銀行", "0125"),
    "letters small": ("paypay銀行", "0033"),
    "number as name in figures": ("77銀行", "0125"),
    "shinkin with its kind in kana": ("城南しんきん", "1344"),
    "labour bank in kana": ("中央ろうきん", "2963"),
    "bank in short": ("滋賀銀", "0157"),
    "bank in short and kana": ("しがぎん", "0157"),
    "merged lately": ("みちのく銀行", "0117"),
    "renamed": ("住信SBIネット銀行", "0038"),
}


@pytest.mark.parametrize(("typed", "code"), SURE.values(), ids=SURE.keys())
def test_sure_of_one_bank(real: Registries, typed: str, code: str) -> None:
    matches = real.banks.find(typed)
    assert [bank.code for bank in matches.found] == [code]
    assert matches.sure


UNSURE = {
    "bank, shinkin or cooperative": ("京都", {"0158", "1610", "6990"}),
    "bank, shinkin or labour bank": ("北海道", {"0116", "1001", "2951"}),
    "a place with many": ("東京", {"1349", "0526"}),
    "only a shinkin's place": ("いるま野", {"4735"}),
    "a beginning": ("みず", {"0001", "0289"}),
    "a bank that is no more": ("富士銀行", {"0001"}),
    "a bank that became two": ("あさひ銀行", {"0010", "0017"}),
    "labour banks": ("ろうきん", {"2963", "2978"}),
}


@pytest.mark.parametrize(("typed", "codes"), UNSURE.values(), ids=UNSURE.keys())
def test_offers_where_several_may_be_meant(real: Registries, typed: str, codes: set[str]) -> None:
    matches = real.banks.find(typed)
    assert codes <= {bank.code for bank in matches.found}
    assert not matches.sure
    assert len(matches.found) <= MOST


def test_a_name_inside_another_is_not_offered_where_names_begin_so(real: Registries) -> None:
    names = [bank.name for bank in real.banks.find("京都").found]
    assert names[:3] == ["京都銀行", "京都信用金庫", "京都農業協同組合"]
    assert all(name.startswith("京都") for name in names)


@pytest.mark.parametrize("typed", ["", " ", "ー", "あれこれ", "9999", "1", "*", "%", "' OR 1=1 --", "山田太郎"])
def test_finds_nothing_where_nothing_is(real: Registries, typed: str) -> None:
    assert real.banks.find(typed).found == ()


BRANCHES = {
    "name": ("0001", "新宿", "240"),
    "in full": ("0001", "新宿支店", "240"),
    "read": ("0001", "しんじゅく", "240"),
    "read in full": ("0001", "シンジュクシテン", "240"),
    "code": ("0001", "240", "240"),
    "code without noughts": ("0001", "1", "001"),
    "head office": ("0001", "本店", "100"),
    "head office by another name": ("1344", "本店", "001"),
    "other の": ("0001", "丸の内支店", "005"),
    "post bank code": ("9900", "058", "058"),
    "post bank in kanji": ("9900", "〇五八", "058"),
    "post bank in full": ("9900", "〇五八店", "058"),
    "post bank read": ("9900", "ゼロゴハチ", "058"),
}


@pytest.mark.parametrize(("bank", "typed", "code"), BRANCHES.values(), ids=BRANCHES.keys())
def test_sure_of_one_branch(real: Registries, bank: str, typed: str, code: str) -> None:
    matches = real.banks.branches(bank, typed)
    assert [branch.code for branch in matches.found] == [code]
    assert matches.sure


def test_branches_of_one_name_are_told_apart(real: Registries) -> None:
    matches = real.banks.branches("0489", "東京")
    assert {branch.code for branch in matches.found} >= {"001", "718"}
    assert not matches.sure


@pytest.mark.parametrize("typed", ["新宿中", "新宿中支店", "しんじゅくちゅう"])
def test_part_of_a_branch_name_is_offered(real: Registries, typed: str) -> None:
    matches = real.banks.branches("0001", typed)
    assert [branch.name for branch in matches.found] == ["新宿中央支店"]
    assert not matches.sure


def test_a_branch_of_another_bank_is_not_found(real: Registries) -> None:
    assert real.banks.branches("0036", "新宿").found == ()
    assert real.banks.branches("0000", "本店").found == ()
