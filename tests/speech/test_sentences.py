"""Sentences are cut where a reader would breathe, and nothing of a text is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.speech.sentences import LONGEST, sentences, spans

CUT = {
    "two sentences": ("はじめます。おわります。", ["はじめます。", "おわります。"]),
    "no full stop": ("わたし一人の分", ["わたし一人の分"]),
    "a quotation stays whole": ("「はい。」と書いてください。次です。", ["「はい。」と書いてください。", "次です。"]),
    "brackets stay whole": ("紙（白い紙。線はない。）に書きます。", ["紙（白い紙。線はない。）に書きます。"]),
    "a bracket never closed": ("紙（白い紙。線はない", ["紙（白い紙。線はない"]),
    "a bracket never opened": ("紙）です。次です。", ["紙）です。", "次です。"]),
    "two signs": ("本当ですか！？はい。", ["本当ですか！？", "はい。"]),
    "line ends": ("一行目\n二行目\r\n\r\n三行目", ["一行目", "二行目", "三行目"]),
    "English": ("Write your name. Then go on! Ready?", ["Write your name.", "Then go on!", "Ready?"]),
    "a figure": ("You get 3.5 times as much. Yes.", ["You get 3.5 times as much.", "Yes."]),
    "short forms": ("See No. 5, e.g. Mr. Sato.", ["See No. 5, e.g. Mr. Sato."]),
    "a quotation in English": ("Press “Next.” Then wait.", ["Press “Next.”", "Then wait."]),
    "an address of the net": ("Write to a.b@example.jp today.", ["Write to a.b@example.jp today."]),
    "Nepali": ("फेरि लेख्नुहोस्। यो नाम होइन।", ["फेरि लेख्नुहोस्।", "यो नाम होइन।"]),
    "spaces around": ("  はい。 　いいえ。 ", ["はい。", "いいえ。"]),
    "nothing": (" \n ", []),
    "signs alone": ("。。。", ["。。。"]),
}


@pytest.mark.parametrize(("text", "cut"), CUT.values(), ids=CUT.keys())
def test_cuts_where_one_breathes(text: str, cut: list[str]) -> None:
    assert sentences(text) == cut


def test_a_long_sentence_is_cut_at_a_comma() -> None:
    text = "、".join(["とても長い文がここにつづきます"] * 30)
    cut = sentences(text)
    assert "".join(cut) == text
    assert all(len(one) <= LONGEST for one in cut)
    assert all(one.endswith("、") for one in cut[:-1])


def test_words_without_an_end_are_cut_too() -> None:
    cut = sentences("あ" * 1000)
    assert "".join(cut) == "あ" * 1000
    assert all(len(one) <= LONGEST for one in cut)


@pytest.mark.parametrize("one", ["「", "「」（", ". ", "。」", "a,", "\n", "”. "])
def test_a_text_made_to_be_slow_is_cut_as_well(one: str) -> None:
    assert "".join("".join(sentences(one * 50_000)).split()) == "".join((one * 50_000).split())


@given(st.text(alphabet='あア漢a A.1。、!?！？「」（）\n\t 　"”“', max_size=400))
def test_loses_nothing_and_keeps_the_order(text: str) -> None:
    at, kept = 0, ""
    for start, end in spans(text):
        assert at <= start < end
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at, kept = end, kept + text[start:end]
    assert not text[at:].strip()
