"""Access for a secret, as OAuth 2 has it (RFC 6749, 4.4 and 5)."""

from __future__ import annotations

from typing import Literal

from portal.api.v1.shapes.both import Told, about


class TokenWish(Told):
    """秘密を、短いあいだ使えるトークンに替える願い

    The wish to change a secret into a token.
    """

    grant_type: Literal["client_credentials"] = about("いつも client_credentials", "Always client_credentials")
    scope: str = about(
        "ほしい scope。空白で区切ります。書かなければ、持っているもの全部",
        "Scopes wanted, with spaces between; all that the system has where left out",
        default="",
    )
    client_id: str = about(
        "システムの番号。Basic で送らないとき", "Id of the system, where not sent by Basic", default=""
    )
    client_secret: str = about("秘密。Basic で送らないとき", "Its secret, where not sent by Basic", default="")


class Token(Told):
    """短いあいだ使えるトークン

    A token for a short while.
    """

    access_token: str = about("トークン", "The token")
    token_type: Literal["Bearer"] = about("使い方", "How it is shown")
    expires_in: int = about("使える秒数", "Seconds it is good for")
    scope: str = about("できること。空白で区切ります", "What it allows, with spaces between")


class TokenError(Told):
    """トークンを渡せないこと（RFC 6749 5.2）

    Why there is no token (RFC 6749, 5.2).
    """

    error: Literal[
        "invalid_request", "invalid_client", "unsupported_grant_type", "invalid_scope", "temporarily_unavailable"
    ] = about("何がいけないか", "What is wrong")
    error_description: str = about("どうすればよいか（英語）", "What to do")
    detail: str = about(
        "どうすればよいか（Accept-Language のことば）", "What to do, in the language of Accept-Language"
    )
