"""Only what is certainly no name is taken off; every other sign stays as it was typed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from portal.answers.typed_name import MOST, NAME_PARTS, read_name

SIGNS = ["山", "田", "髙", "﨑", "𠮷", "邊", "\ufa19", "々", "葛\U000e0100", "辻\U000e0101"]
KANJI = st.lists(st.sampled_from(SIGNS), min_size=1, max_size=8).map("".join)


def typed(*parts: str) -> dict[str, str]:
    """The four boxes."""
    return dict(zip(NAME_PARTS, parts, strict=True))


@given(KANJI, KANJI)
def test_kanji_stay_byte_for_byte(family: str, given: str) -> None:
    name, problems = read_name(typed(family, given, "かな", "かな"))
    assert not problems
    assert (name["family"], name["given"]) == (family, given)


@given(
    KANJI, KANJI, st.sampled_from([" ", "　", "  ", " 　"]), st.sampled_from(["", "様", " 様", "　さま", "（本人）"])
)
def test_one_box_is_split_into_the_same_bytes(family: str, given: str, space: str, after: str) -> None:
    name, problems = read_name(typed(f"{family}{space}{given}{after}", "", "かな　かな", ""))
    assert not problems
    assert (name["family"], name["given"]) == (family, given)
    assert (name["family_kana"], name["given_kana"]) == ("カナ", "カナ")


def test_the_length_counts_letters_as_readers_do() -> None:
    assert not read_name(typed("葛\U000e0100" * MOST, "一", "かな", "かな"))[1]
    assert [problem.part for problem in read_name(typed("葛" * (MOST + 1), "一", "かな", "かな"))[1]] == ["family"]


@given(st.lists(st.text(max_size=40), min_size=4, max_size=4))
def test_reading_a_kept_name_again_changes_nothing(texts: list[str]) -> None:
    name, problems = read_name(typed(*texts))
    if not problems:
        assert read_name(name) == (name, ())
