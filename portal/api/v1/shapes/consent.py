"""What was agreed to and taken back, as a system is given it."""

from __future__ import annotations

from typing import Any, Literal

from portal.api.v1.shapes.both import Told, about

ID = "^[0-9a-f]{32}$"


class Withdrawn(Told):
    """本人が取りやめたこと

    What was taken back.
    """

    purpose: str | None = about(
        "取りやめた同意の purpose。申し込みの全部を取りやめたときは null",
        "Purpose of the consent; null where the application as a whole was taken back",
    )
    at: str = about("取りやめた日時（日本時間）", "When (Japan's time)", format="date-time")
    record_id: str = about("取りやめた記録の record_id", "record_id of the record of it", pattern=ID)


class Statement(Told):
    """一つの文

    One statement.
    """

    id: str = about("文の id", "Id of the statement")
    kind: Literal["declaration", "consent", "acknowledgement", "mandate", "withdrawal"] = about(
        "申し立て、同意、確認、依頼、取りやめ", "Sort of statement"
    )
    text: str = about("文", "The statement")
    meaning: str = about("やさしい言いかえ", "What it means in plain words")


class Statements(Told):
    """読んだ文

    The statements that were read.
    """

    shown: list[Statement] = about("読んだことば", "As it was read")
    source: list[Statement] = about(
        "その日本語。日本語で読んだときは空", "The same in Japanese; empty where it was read in Japanese"
    )


class Record(Told):
    """一つの記録と、それが列に入っている証明

    A record, and the proof that it is in the log.
    """

    index: int = about("列の中の場所。0 から数えます", "Place in the log, from 0", ge=0)
    record: dict[str, Any] = about(
        "記録そのもの。RFC 8785 の形で書いたものの SHA-256 が、列に入っています",
        "The record; the SHA-256 of its RFC 8785 form stands in the log",
    )
    statements: Statements = about("読んだ文", "What was read")
    proof: list[str] = about("列に入っている証明（RFC 9162 2.1.3、Base64）", "Proof of its place (RFC 9162 2.1.3)")


class Consent(Told):
    """押した印の記録

    The record of what was agreed to.
    """

    v: Literal[1] = about("この形の版", "Version of this form")
    records: list[Record] = about(
        "申し込み、同意、確認、依頼は、それぞれ一つの記録です", "A record for each sort of statement"
    )
    checkpoint: str = about(
        "記録の列の先頭に、町の鍵で署名したもの（C2SP tlog-checkpoint）",
        "Signed head of the log (C2SP tlog-checkpoint)",
    )
    salt: str = about(
        "答えと名前を結ぶ乱数。列には入れません",
        "What ties answers and name to the record; never in the log",
        pattern="^[0-9a-f]{64}$",
    )
    name: str = about("印の名前", "The name in the mark")


class Principal(Told):
    """代わりに申し込まれた人の返事

    The word of the person somebody else applied for.
    """

    state: Literal["waiting", "yes", "no", "revoked", "void"] = about("返事", "How it stands")
    label: str = about("その名前", "Its name in Japanese")
    at: str | None = about("返事をした日時", "When it was given", default=None, format="date-time")
    way: Literal["link", "letter"] | None = about(
        "代理の人から受けとったリンクか、役所が郵便で送った番号か",
        "By a link from the other person, or by a code in a letter",
        default=None,
    )
    same_device: bool | None = about("代理の人のスマホで押したか", "Whether on the other's telephone", default=None)
    mandate_until: str | None = about("頼む期間の終わりの日", "Last day of the mandate", default=None, format="date")
    revoked_at: str | None = about("頼むことをやめた日時", "When it was ended", default=None, format="date-time")
    message: str | None = about("頼んでいないときの、本人のことば", "The person's words with a no", default=None)
    consent: Consent | None = about("返事の記録", "The record of it", default=None)
