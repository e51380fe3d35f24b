"""Refusals: what cannot be done is said in plain words, with the way out, never with a code or a stack."""

from __future__ import annotations

from pathlib import Path
from traceback import extract_tb
from typing import Any

from portal.language.words import Say, Words, say


class Refused(Exception):
    """A visit that stops here; `status` is the HTTP status, `reason` chooses other words than the status's own."""

    def __init__(self, status: int, reason: str = "") -> None:
        super().__init__(f"{status} {reason}".strip())
        self.status = status
        self.reason = reason or str(status)

    def context(self, words: Words, way_out: str, back: str = "") -> dict[str, Any]:
        """What resident/problem.html is told; `back` is the page to send again from, where that helps."""
        title, lines = WORDS.get(self.reason, WORDS["400"])
        label = words(say("はじめのページへ"))
        return {
            "title": words(title),
            "lines": [words(line) for line in lines],
            "way_out": {"url": way_out, "label": label},
            "back": back if self.reason in SENT_AGAIN else "",
        }


def told(error: BaseException) -> str:
    """A fault for the log: its kind and the places it came by. Its message may quote a resident and stays out."""
    places = [f"{Path(at.filename).name}:{at.lineno} {at.name}" for at in extract_tb(error.__traceback__)]
    words = f"{type(error).__name__} at {' > '.join(places)}"
    before = error.__cause__ or error.__context__
    return f"{words}, after {told(before)}" if before else words


SENT_AGAIN = frozenset({"400", "413"})
"""Reasons after which one goes back to the page one came from, and tries again."""
WORDS: dict[str, tuple[Say, tuple[Say, ...]]] = {
    "404": (
        say("このページは見つかりませんでした"),
        (
            say("ページの場所が変わったか、まちがっているようです。"),
            say("「はじめのページへ」を押すと、もどれます。"),
        ),
    ),
    "403": (
        say("もう一度、はじめから書いてください"),
        (
            say("安全のため、ほかのホームページから来た内容は受けとりません。"),
            say("はじめのページで、手続きを選んでください。"),
        ),
    ),
    "400": (
        say("うまく受けとれませんでした"),
        (say("通信がとちゅうで切れたようです。"), say("前のページにもどって、もう一度送ってください。")),
    ),
    "413": (
        say("送るものが大きすぎました"),
        (
            say("写真や書類が大きすぎて、受けとれませんでした。"),
            say("前のページにもどって、小さい写真で、もう一度送ってください。"),
        ),
    ),
    "429": (
        say("少し時間をおいてください"),
        (
            say("安全のため、何度も続けて試すことはできません。"),
            say("15分ほどたってから、もう一度試してください。"),
            say("急ぐときは、電話してください。"),
        ),
    ),
    "expired": (
        say("書きかけの内容が見つかりませんでした"),
        (
            say("30日を過ぎたか、この電話機では始めていないようです。"),
            say("続きの番号があるときは、「とちゅうから続ける」から続けられます。"),
            say("番号がないときは、はじめから書いてください。"),
        ),
    ),
    "invitation": (
        say("この入り口は、使えません"),
        (
            say("期限が過ぎたか、もう使ったか、申し込みが取りやめになっています。"),
            say("入り口は、はじめに開いたスマホでだけ使えます。"),
            say("まだ確かめていないときは、代わりに申し込んだ人に、新しい入り口を頼んでください。"),
        ),
    ),
    "500": (
        say("うまく動きませんでした"),
        (
            say("こちらの不具合です。申しわけありません。"),
            say("書いた内容は残っています。少したってから、もう一度試してください。"),
            say("急ぐときは、電話してください。"),
        ),
    ),
}
