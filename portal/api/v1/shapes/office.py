"""What the office does to a case: where it moves it, what it writes to the resident."""

from __future__ import annotations

from typing import Literal

from portal.api.v1.shapes.both import Asked, Told, about
from portal.api.v1.shapes.case import ID
from portal.cases.course.messages import LONGEST


class NewStatus(Asked):
    """申し込みを進める先

    Where the application is moved to.
    """

    id: Literal["checking", "asked", "accepted", "refused"] = about(
        "様子。今の様子から進める先は、決まっています", "Where it stands; not every move is possible from where it is"
    )


class CaseChange(Asked):
    """申し込みの変わるところ（RFC 7396）

    What changes of an application (RFC 7396).
    """

    status: NewStatus = about("様子", "Where it stands")


class NewMessage(Asked):
    """本人への知らせ

    A message to the resident.
    """

    text: str = about(
        "知らせ。本人は「申し込みの様子を見る」で、このまま読みます",
        "The message; the resident reads it as it is on the status page",
        min_length=1,
        max_length=LONGEST,
        examples=["通帳の写真が、少しぼやけていました。もう一度、送ってください。"],
    )


class Message(Told):
    """本人への、一つの知らせ

    One message to the resident.
    """

    id: str = about("知らせの id", "Id of the message", pattern=ID)
    at: str = about("いつ（日本時間）", "When (Japan's time)", format="date-time")
    text: str = about("知らせ", "The message")


class Messages(Told):
    """本人への知らせ

    Messages to the resident.
    """

    messages: list[Message] = about("古い順です", "The oldest first")
