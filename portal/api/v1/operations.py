"""The table of everything this API does. Operations at one address stand together."""

from __future__ import annotations

from portal.accounts.scope import READ_CASES, READ_READINGS
from portal.api.v1.asked import cases, description, log, readings, token
from portal.api.v1.operation import ANYBODY, JSON, Operation, Parameter
from portal.api.v1.shapes.both import Both
from portal.api.v1.shapes.case import Case, Cases
from portal.api.v1.shapes.reading import Readings
from portal.api.v1.shapes.token import Token, TokenWish
from portal.cases.status import MOVES

FORM, TEXT = "application/x-www-form-urlencoded", "text/plain"
AFTER = Parameter(
    "after",
    Both("前の答えの next。はじめてのときは付けません。", "next of the answer before; left out the first time"),
    {"type": "string", "pattern": "^c[0-9a-f]{1,15}$"},
)
LIMIT = Parameter(
    "limit",
    Both("一度に受けとる数", "How many at once"),
    {"type": "integer", "minimum": 1, "maximum": 100, "default": 50},
)
SINCE = Parameter(
    "since",
    Both(
        "この日時から後に届いたものだけを受けとります（RFC 3339、時差も書きます）。",
        "Only what was received from this moment on (RFC 3339 with offset)",
    ),
    {"type": "string", "format": "date-time"},
    example="2026-11-24T10:00:00+09:00",
)
STATUS = Parameter(
    "status",
    Both("今この様子にあるものだけを受けとります", "Only what stands here now"),
    {"enum": list(MOVES)},
)
LOG_TEXT = Both(
    "文字だけの答え。人のことは入っていないので、だれが写しを持っていてもかまいません",
    "Plain text. Nothing in it tells of a person, so anybody may keep a copy",
)
SIZE = {"type": "integer", "minimum": 0, "maximum": 10**16 - 1}
LINK = {"Link": Both('次のページ（rel="next"）', 'The next page (rel="next")')}

OPERATIONS: tuple[Operation, ...] = (
    Operation(
        id="getToken",
        method="POST",
        path="/api/v1/token",
        handler=token.grant,
        says=Both(
            "秘密を、15分使えるトークンに替えます（OAuth 2）", "Changes a secret into a token for 15 minutes (OAuth 2)"
        ),
        more=Both(
            "RFC 6749 4.4 の client credentials です。番号と秘密は、Basic かフォームで送ります。"
            "うまくいかないときは、400 か 401 で、RFC 6749 5.2 の形が返ります。",
            "Client credentials of RFC 6749, 4.4; id and secret by Basic or in the form. "
            "What goes wrong is told as RFC 6749, 5.2 has it, with 400 or 401.",
        ),
        scope=ANYBODY,
        takes=TokenWish,
        taken_as=(FORM,),
        gives=Token,
        gives_says=Both("トークン", "The token"),
        problems=("TooManyTries",),
    ),
    Operation(
        id="listCases",
        method="GET",
        path="/api/v1/cases",
        handler=cases.listing,
        says=Both("届いた申し込みを、届いた順に受けとります", "Applications in the order they came"),
        scope=READ_CASES,
        query=(AFTER, SINCE, STATUS, LIMIT),
        gives=Cases,
        gives_says=Both(
            "申し込み。続きがあるときは、Link ヘッダーに次のアドレスがあります。",
            "Applications; where there is more, the Link header leads on",
        ),
        headers=LINK,
        problems=("BadAfter", "BadSince", "BadStatus", "BadLimit"),
        tagged=True,
    ),
    Operation(
        id="getCase",
        method="GET",
        path="/api/v1/cases/{id}",
        handler=cases.one,
        says=Both("一つの申し込みを受けとります", "One application"),
        scope=READ_CASES,
        gives=Case,
        gives_says=Both("申し込み。メールに付く case-….json と同じものです。", "The same as case-….json of the mails"),
        tagged=True,
    ),
    Operation(
        id="getFile",
        method="GET",
        path="/api/v1/cases/{id}/files/{file}",
        handler=cases.file,
        says=Both("申し込みに付いたファイルを受けとります", "A file that came with an application"),
        scope=READ_CASES,
        given_as="*/*",
        gives_says=Both("ファイルの中身", "The file"),
        headers={"Content-Disposition": Both("ファイルの名前（RFC 6266）", "Its name (RFC 6266)")},
        tagged=True,
    ),
    Operation(
        id="listReadings",
        method="GET",
        path="/api/v1/readings",
        handler=readings.listing,
        says=Both(
            "「読み方がちがう」と言われた文を、多いものから受けとります",
            "Sentences that were heard read wrongly, the most frequent first",
        ),
        more=Both(
            "ページの文だけです。申し込んだ人が書いたことばは、入りません。",
            "Sentences of pages alone; nothing a resident wrote is among them.",
        ),
        scope=READ_READINGS,
        gives=Readings,
        gives_says=Both("この町のページの文", "Sentences of this town's pages"),
        tagged=True,
    ),
    Operation(
        id="getLogKeys",
        method="GET",
        path="/api/v1/logs/{town}/log.pub",
        handler=log.keys,
        says=Both(
            "記録の列に署名する鍵の、公開してよい半分を受けとります", "The public keys that a town's log is signed with"
        ),
        more=Both(
            "一行に一つ、新しい鍵からならびます（C2SP signed-note、Ed25519）。# で始まる行は読みとばしてください。\n"
            "記録の列の先頭には、ここにある鍵が、すべて署名します。ここから消えた鍵は、もう使われません。\n"
            "写しを自分でも持っておき、変わったときは町に聞いてください。"
            "`yorisoi consent verify` の --key に、そのまま使えます。",
            "One a line, the newest first (C2SP signed-note, Ed25519); skip lines that begin with #.\n"
            "Each head of the log is signed with all of them. One that is no longer here signs no more.\n"
            "Keep a copy, and ask the town when it changes. It is ready for --key of `yorisoi consent verify`.",
        ),
        scope=ANYBODY,
        given_as=TEXT,
        gives_says=LOG_TEXT,
        problems=("TooOften",),
    ),
    Operation(
        id="getLogHead",
        method="GET",
        path="/api/v1/logs/{town}/checkpoint",
        handler=log.head,
        says=Both(
            "記録の列の、今の先頭を受けとります（C2SP tlog-checkpoint）",
            "The newest head of a town's log (C2SP tlog-checkpoint)",
        ),
        more=Both(
            "名前、長さ、根、署名が入っています。人のことは、何も入っていません。\n"
            "毎日とっておくと、あとから列が作り直されていないかを、だれでも確かめられます。",
            "Name, size, root and signatures; nothing of a person.\n"
            "Whoever keeps one of each day can show that the log was not made anew.",
        ),
        scope=ANYBODY,
        given_as=TEXT,
        gives_says=LOG_TEXT,
        problems=("TooOften",),
    ),
    Operation(
        id="getLogProof",
        method="GET",
        path="/api/v1/logs/{town}/proof",
        handler=log.proof,
        says=Both(
            "列が、前の長さのときから作り直されずに続いている証明を受けとります（RFC 9162 2.1.4）",
            "Proof that the log goes on from what it was (RFC 9162, 2.1.4)",
        ),
        more=Both(
            "一行に一つ、Base64 で書いた SHA-256 です。`yorisoi consent verify` の --proof に、そのまま使えます。",
            "A SHA-256 in Base64 on each line, ready for --proof of `yorisoi consent verify`.",
        ),
        scope=ANYBODY,
        query=(
            Parameter("old", Both("前の長さ", "The size it was"), SIZE, required=True),
            Parameter("new", Both("あとの長さ", "The size it is"), SIZE, required=True),
        ),
        given_as=TEXT,
        gives_says=LOG_TEXT,
        problems=("TooOften", "BadSize"),
    ),
    Operation(
        id="getDescription",
        method="GET",
        path="/api/v1/openapi.json",
        handler=description.document,
        says=Both("この説明そのもの（OpenAPI 3.1）", "This description itself (OpenAPI 3.1)"),
        scope=ANYBODY,
        given_as=JSON,
        gives_says=Both("OpenAPI 3.1", "OpenAPI 3.1"),
        tagged=True,
    ),
)
