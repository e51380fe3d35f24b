"""Glue: what a voice says between the words of a page, so that whoever only hears it knows where they are.

All of it is published, figures and all: `every` names each sentence there can be.
"""

from __future__ import annotations

from collections.abc import Iterator

from portal.language.words import Say, Words, say

MOST = 30
"""Choices that are counted, and people, and lines of a list; a longer list is read without its numbers."""
QUESTIONS = 30
"""Questions of one way that are counted."""

CHOSEN = say("いま、選んであります。")
NOW = say("いまの答えです。")
EMPTY = say("まだ書いていません。")
BUTTON = say("ボタンです。")
OPENS = say("押すと、続きが開きます。")
CHANGE = say("直したいところは、その下にある「直す」を押すと、直せます。")
PRESS = say("よければ、「押す」を押してください。")
PHOTO = say("写真を選んであります。")
LAST = say("最後の質問です。")
ALONE = (CHOSEN, NOW, EMPTY, BUTTON, OPENS, CHANGE, PRESS, PHOTO, LAST)

BUTTONS = (
    (say("次へ"), say("「次へ」を押すと、次に進みます。")),
    (say("もどる"), say("「もどる」を押すと、前のページにもどります。")),
    (say("あとで続ける"), say("「あとで続ける」を押すと、ここまでが残ります。")),
)
"""Buttons by their label, and what is said of them; the sentence names the label."""


def one_of(n: int) -> Say:
    """Before round buttons."""
    return say("{n}個の中から、1つ選びます。", n=n)


def any_of(n: int) -> Say:
    """Before boxes to tick."""
    return say("{n}個あります。あてはまるものを選びます。", n=n)


def place(n: int) -> Say:
    """Before each of several."""
    return say("{n}番目。", n=n)


def way(n: int, of: int) -> Say:
    """How many questions there are, and which this is."""
    return LAST if n == of else say("{of}問のうち、{n}問めです。", of=of, n=n)


def about(label: str, words: Words) -> str:
    """What is said of a button instead of its label alone, "" where that says enough."""
    return next((words(told) for name, told in BUTTONS if words(name) == label), "")


def every(words: Words) -> Iterator[str]:
    """Every sentence of this page that can be said in a language."""
    yield from (words(one) for one in (*ALONE, *(told for _, told in BUTTONS)))
    for n in range(1, MOST + 1):
        yield from (words(one) for one in (one_of(n), any_of(n), place(n)))
    for of in range(1, QUESTIONS + 1):
        yield from (words(way(n, of)) for n in range(1, of + 1))
