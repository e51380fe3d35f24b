"""A problem as it travels (RFC 9457)."""

from __future__ import annotations

from portal.api.v1.shapes.both import Told, about


class Amiss(Told):
    """直すところ

    What needs mending.
    """

    pointer: str = about(
        "本文の中の場所（JSON Pointer）", "Where in the body (JSON pointer)", examples=["#/answers/name"]
    )
    detail: str = about("どうすればよいか", "What to do")


class Problem(Told):
    """うまくいかなかったこと（RFC 9457）

    What did not work (RFC 9457).
    """

    type: str = about("何が起きたか。この説明の中の場所です", "What happened: a place in this description")
    title: str = about("何が起きたか（Accept-Language のことば）", "What happened, in the language of Accept-Language")
    status: int = about("HTTP status", "HTTP status")
    detail: str = about("どうすればよいか", "What to do")
    instance: str = about("どこで", "Where")
    errors: list[Amiss] = about("直すところ", "What needs mending", default=[])
    scope: str = about("要る scope", "The scope that is needed", default="")
    moves: list[str] = about("進める先", "Where it may move", default=[])
    languages: list[str] = about("あることば", "Languages there are", default=[])
    parameter: str = about("二度ある名前", "The name that stands twice", default="")
    most: int = about("一番大きいバイト数", "Most bytes", default=0)
