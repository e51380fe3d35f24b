"""What a program can see that is amiss with a translation."""

from __future__ import annotations

import pytest

from portal.language.translating.faults import Judge
from portal.language.translating.glossary import Glossary
from portal.language.translating.messages import Told

JUDGE = Judge(
    "vi", {"次へ": "Tiếp tục"}, Glossary({"世帯主": "chủ hộ (世帯主)"}, {}, {("世帯主", "世帯主"): "a label"})
)
WRONG = {
    ("{name}さん", "Xin chào"): "values",
    ("{name}さん", "{name} {age}"): "values",
    ("{name}さん", "{name.__class__} {name}"): "values",
    ("{name}さん", "{name} {"): "values",
    ("「次へ」を押してください。", "Hãy bấm “Tiếp”."): "button",
    ("世帯主の名前", "Tên người đứng đầu"): "glossary",
    ("見る", "<b>Xem</b>"): "markup",
    ("見る", "Xem&nbsp;"): "markup",
    ("見る", "Xem\u202e"): "signs",
    ("見る", "Xem\u0007"): "signs",
    ("見る", "x" * 5000): "signs",
    ("見る\n・一つ", "Xem\nmột"): "lines",
    ("見る", "Xem\nmột"): "lines",
    ("見る", "｜Xem《みる》"): "marks",
    ("見る", " Xem"): "spaces",
    ("見る", "Xem  nhé"): "spaces",
}
RIGHT = [
    ("{name}さん", "Xin chào {name}"),
    ("「次へ」を押してください。", "Hãy bấm “Tiếp tục”."),
    ("世帯主の名前", "Tên Chủ hộ"),
    ("世帯主", "Người"),
    ("見る\n・一つ", "Xem\n・một"),
    ("「なし」と書いてください。", "Hãy viết “không”."),
]


def kinds(source: str, translation: str, judge: Judge = JUDGE) -> list[str]:
    """The kinds of faults."""
    return [fault.kind for fault in judge.faults(Told("portal", (source,), (translation,)))]


@pytest.mark.parametrize(("pair", "kind"), WRONG.items())
def test_what_is_wrong_is_told(pair: tuple[str, str], kind: str) -> None:
    assert kinds(*pair) == [kind]


@pytest.mark.parametrize("pair", RIGHT)
def test_what_is_right_is_left_alone(pair: tuple[str, str]) -> None:
    assert kinds(*pair) == []


def test_easy_japanese_keeps_marks_and_may_have_other_lines() -> None:
    assert kinds("この方の名前", "この｜方《かた》の\n名前", Judge("ja-simple", {})) == []


def test_every_number_is_looked_at() -> None:
    told = Told("portal", ("{n}人", "{n}人"), ("{n} person", "people"))
    assert [fault.kind for fault in Judge("en", {}).faults(told)] == ["values"]
