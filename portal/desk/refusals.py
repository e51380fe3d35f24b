"""What cannot be done at the desk, said in plain words with what to do next."""

from __future__ import annotations

from typing import Any

from portal.language.words import Say, Words, say

WORDS: dict[str, tuple[Say, tuple[Say, ...]]] = {
    "404": (
        say("このページは見つかりませんでした"),
        (say("ページの場所が変わったか、まちがっているようです。"), say("机のはじめの画面から、選び直してください。")),
    ),
    "403": (
        say("もう一度、机の画面から押してください"),
        (say("安全のため、ほかのホームページから来た内容は受けとりません。"),),
    ),
    "role": (
        say("この画面は、あなたの役割では開けません"),
        (
            say("必要なときは、職員を管理している人に、役割を頼んでください。"),
            say("いま開ける画面は、「机のはじめの画面」にあります。"),
        ),
    ),
    "400": (
        say("うまく受けとれませんでした"),
        (say("通信がとちゅうで切れたようです。"), say("前の画面にもどって、もう一度送ってください。")),
    ),
    "413": (say("送るものが大きすぎました"), (say("前の画面にもどって、短くして送ってください。"),)),
    "429": (
        say("少し時間をおいてください"),
        (
            say("安全のため、何度も続けて試すことはできません。"),
            say("15分ほどたってから、もう一度試してください。"),
        ),
    ),
    "invitation": (
        say("このリンクは、使えません"),
        (
            say("招待のリンクは、1回だけ、72時間のあいだ使えます。"),
            say("職員を管理している人に、新しいリンクを頼んでください。"),
        ),
    ),
    "500": (
        say("うまく動きませんでした"),
        (
            say("こちらの不具合です。申しわけありません。"),
            say("少したってから、もう一度試してください。続くときは、システムの担当に知らせてください。"),
        ),
    ),
}


def told(words: Words, reason: str) -> dict[str, Any]:
    """What desk/problem.html is told."""
    title, lines = WORDS.get(reason, WORDS["400"])
    return {"title": words(title), "lines": [words(line) for line in lines]}
