"""Kinds of problems: HTTP status, title, and what to do about it, in both languages."""

from __future__ import annotations

from dataclasses import dataclass

from portal.api.v1.shapes.both import Both
from portal.cases.course.feed import DAYS


@dataclass(frozen=True)
class Kind:
    """One kind of problem."""

    status: int
    title: Both
    detail: Both


def _kind(status: int, ja: tuple[str, str], en: tuple[str, str]) -> Kind:
    return Kind(status, Both(ja[0], en[0]), Both(ja[1], en[1]))


KINDS = {
    "NoToken": _kind(
        401,
        (
            "トークンがありません",
            "「Authorization: Bearer トークン」というヘッダーを付けて、もう一度送ってください。",
        ),
        ("There is no token", "Send it again with a header “Authorization: Bearer <token>”."),
    ),
    "UnknownToken": _kind(
        401,
        (
            "このトークンは使えません",
            "15分で切れるトークンは、/api/v1/token で新しくしてください。写しまちがいがないかも、確かめてください。"
            "取り消されたときは、この窓口を動かしている担当者に頼んでください。",
        ),
        (
            "This token is not good",
            "A token that lasts 15 minutes is renewed at /api/v1/token. Check that it was copied whole. "
            "If it was revoked, ask whoever runs this portal.",
        ),
    ),
    "TooManyTries": _kind(
        429,
        ("使えないトークンが何度も送られました", "15分たってから、正しいトークンで、もう一度送ってください。"),
        ("Wrong tokens came again and again", "Wait 15 minutes, then send it again with the right token."),
    ),
    "NotYours": _kind(
        403,
        (
            "このトークンでは、これはできません",
            "scope に書いてあることが要ります。この窓口を動かしている担当者に頼んでください。",
        ),
        ("This token does not allow this", "It needs what stands in scope. Ask whoever runs this portal."),
    ),
    "TooMuch": _kind(
        429,
        ("続けて送られたものが多すぎます", "Retry-After の秒数だけ待ってから、もう一度送ってください。"),
        ("Too many requests in a row", "Wait as many seconds as Retry-After says, then send it again."),
    ),
    "TooOften": _kind(
        429,
        ("続けて何度も読まれました", "15分たってから、もう一度送ってください。"),
        ("This was read too often", "Wait 15 minutes, then send it again."),
    ),
    "Repeated": _kind(
        400,
        ("同じ名前が、アドレスに二度あります", "parameter の名前を、一度だけにしてください。"),
        ("The same name stands twice in the address", "Write the name in parameter once."),
    ),
    "BadAfter": _kind(
        400,
        ("after が読めません", "前の答えの next を、そのまま after に入れてください。"),
        ("after cannot be read", "Put the next of the answer before into after, as it is."),
    ),
    "OldAfter": _kind(
        410,
        (
            "after が古すぎます",
            f"その後に起きたことのうち、{DAYS}日たったものは、もう出ません。/api/v1/cases を初めから読み、"
            "そのあと after を付けずに、もう一度送ってください。",
        ),
        (
            "after is too old",
            f"Of what happened since, all that is more than {DAYS} days old is told no more. Read /api/v1/cases from "
            "its beginning, then send it again without after.",
        ),
    ),
    "BadSince": _kind(
        400,
        (
            "since が読めません",
            "RFC 3339 の日時を、時差も付けて書いてください。"
            "例: 2026-11-24T10:00:00+09:00（URLの中の + は %2B と書きます）",
        ),
        (
            "since cannot be read",
            "Write an RFC 3339 date and time with its offset, like 2026-11-24T10:00:00+09:00 (in a URL + is %2B).",
        ),
    ),
    "BadLimit": _kind(
        400,
        ("limit が読めません", "1から100までの数を書いてください。"),
        ("limit cannot be read", "Write a number from 1 to 100."),
    ),
    "BadStatus": _kind(
        400,
        ("status が読めません", "申し込みの status の id のうちの一つを書いてください。"),
        ("status cannot be read", "Write one of the ids that status of an application has."),
    ),
    "BadLanguage": _kind(
        400,
        ("language が読めません", "languages のうちの一つを書いてください。"),
        ("language cannot be read", "Write one of languages."),
    ),
    "Closed": _kind(
        409,
        (
            "この手続きは、いま受けつけていません",
            "期限を過ぎたか、窓口でだけできる手続きです。手続きの open と deadline を見てください。",
        ),
        (
            "This service takes no applications now",
            "Its last day is over, or it is done at the counter alone. See open and deadline of the service.",
        ),
    ),
    "NoKey": _kind(
        400,
        (
            "Idempotency-Key がありません",
            '送るものごとに新しい UUID などを、Idempotency-Key ヘッダーに "…" の形で書いてください。'
            "同じものをもう一度送るときは、同じキーにしてください。",
        ),
        (
            "There is no Idempotency-Key",
            'Write something new for each thing you send, like a UUID, into the Idempotency-Key header as "…". '
            "When you send the same again, use the same key.",
        ),
    ),
    "OtherBody": _kind(
        422,
        (
            "この Idempotency-Key は、ほかのものに使われました",
            "新しいものを送るときは、新しいキーにしてください。",
        ),
        ("This Idempotency-Key was used for something else", "For something new use a new key."),
    ),
    "UnderWay": _kind(
        409,
        ("同じものを、今受けつけています", "Retry-After の秒数だけ待って、同じキーでもう一度送ってください。"),
        ("The same is being worked at", "Wait as many seconds as Retry-After says, then send it with the same key."),
    ),
    "NoIfMatch": _kind(
        428,
        ("If-Match がありません", "申し込みを読み、その ETag を If-Match ヘッダーに書いて送ってください。"),
        ("There is no If-Match", "Read the application and send its ETag as If-Match."),
    ),
    "Changed": _kind(
        412,
        (
            "読んだあとに、申し込みが変わりました",
            "もう一度読み、変わったところを見てから、新しい ETag で送ってください。",
        ),
        (
            "The application has changed since it was read",
            "Read it again, look at what changed, and send it with the new ETag.",
        ),
    ),
    "NoSuchMove": _kind(
        409,
        ("今の様子からは、そこへ進めません", "moves のうちの一つを送ってください。空なら、もう進めません。"),
        ("It does not move there from where it stands", "Send one of moves; where there is none, it moves no more."),
    ),
    "BadSize": _kind(
        400,
        (
            "old か new が読めません",
            "old にも new にも、数を書いてください。",
        ),
        (
            "old or new cannot be read",
            "Write a number for old and for new.",
        ),
    ),
    "NoSuchSize": _kind(
        404,
        (
            "その長さの証明は、ありません",
            "old は1から new まで、new は今の列の長さまでの数を書いてください。長さは、checkpoint の2行めにあります。",
        ),
        (
            "There is no proof between these sizes",
            "old is a number from 1 to new, new one up to the length of the log, which is line 2 of checkpoint.",
        ),
    ),
    "BadJson": _kind(
        400,
        ("本文が JSON として読めません", "UTF-8 の JSON を送ってください。"),
        ("The body is no JSON", "Send JSON in UTF-8."),
    ),
    "BadBody": _kind(
        422,
        ("本文に、直すところがあります", "errors に、場所と直し方があります。直して、もう一度送ってください。"),
        ("Something in the body needs mending", "errors says where and how. Mend it and send it again."),
    ),
    "NotFound": _kind(
        404,
        (
            "見つかりません",
            "アドレスを確かめてください。ほかの町やほかの課の申し込みは、このトークンでは見られません。",
        ),
        ("Not found", "Check the address. Applications of another town or department are not shown for this token."),
    ),
    "NotAllowed": _kind(
        405,
        ("この方法では使えません", "Allow ヘッダーにある方法を使ってください。"),
        ("This method is not for this address", "Use one of the methods in the Allow header."),
    ),
    "NotAcceptable": _kind(
        406,
        ("その形では返せません", "Accept ヘッダーを */* にするか、この説明にある形を入れてください。"),
        ("There is no such form of this", "Send Accept: */*, or one of the media types of the description."),
    ),
    "TooLarge": _kind(
        413,
        ("本文が大きすぎます", "most のバイト数までで送ってください。"),
        ("The body is too large", "Send no more bytes than most says."),
    ),
    "WrongMediaType": _kind(
        415,
        ("本文の形がちがいます", "Content-Type ヘッダーに、Accept ヘッダーにある形を書いてください。"),
        ("The body is of another media type", "Write one of those in the Accept header into Content-Type."),
    ),
    "OurFault": _kind(
        500,
        ("うまく動きませんでした", "こちらの不具合です。少したってから、もう一度送ってください。"),
        ("It did not work", "This is our fault. Wait a little, then send it again."),
    ),
}
