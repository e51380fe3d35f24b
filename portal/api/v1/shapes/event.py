"""What happened to cases, as a system is given it."""

from __future__ import annotations

from typing import Literal

from portal.api.v1.shapes.both import Told, about
from portal.api.v1.shapes.case import ID, Stand

Type = Literal[
    "case.received",
    "case.status",
    "case.message",
    "case.replied",
    "case.call_wanted",
    "case.withdrawn",
    "case.consent_withdrawn",
    "case.consent_signed",
    "case.principal_answered",
    "case.mandate_ended",
]


class EventData(Told):
    """起きたことの中身。書いてあるキーは、type ごとにちがいます

    What there is to know of it; which keys there are goes by its type.
    """

    status: Stand = about("case.status: 今の様子", "case.status: where it stands now", default="received")
    before: Stand = about("case.status: 前の様子", "case.status: where it stood", default="received")
    message: str = about("case.message: 知らせの id", "case.message: id of the message", default="")
    purpose: str = about(
        "case.consent_withdrawn: 取りやめた同意の purpose",
        "case.consent_withdrawn: purpose of the consent that was taken back",
        default="",
    )
    said: Literal["yes", "no"] = about(
        "case.principal_answered: 代わりに申し込まれた人が、頼んだと言ったか",
        "case.principal_answered: whether the person says that they asked for it",
        default="yes",
    )
    by: Literal["applicant", "principal"] = about(
        "case.consent_signed: 鍵（パスキー）で印を付けたのが、申し込んだ人か、代わりに申し込まれた人か",
        "case.consent_signed: whether who applied signed with a passkey, or the person somebody else applied for",
        default="applicant",
    )
    signed_at: str = about(
        "case.consent_signed: 印を付けた日時", "case.consent_signed: when it was signed", default="", format="date-time"
    )


class Event(Told):
    """一つの申し込みに起きたこと

    Something that happened to an application.
    """

    type: Type = about("何が起きたか", "What happened")
    at: str = about("いつ（日本時間）", "When (Japan's time)", format="date-time")
    case: str = about("申し込みの id", "Id of the application", pattern=ID)
    department: str = about("課の id", "Id of the department")
    path: str = about("申し込みを受けとる場所", "Where to fetch the application")
    data: EventData = about("中身", "What there is to know")


class Events(Told):
    """起きたことの、ひとつづき

    Some events in a row.
    """

    events: list[Event] = about("起きた順です", "In the order they happened")
    next: str = about("次に after として送るもの。いつもあります。", "What to send as after next; always there")
    more: bool = about("今すぐ続きがあるかどうか", "Whether there is more at once")
