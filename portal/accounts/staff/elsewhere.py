"""Accounts elsewhere, by OpenID Connect: sent there with a wish, back with a code, and who it was by a signed word.

Code flow with PKCE, state and nonce (RFC 6749, RFC 7636, OpenID Connect Core 3.1). The packages are loaded at the first
wish; most towns never have one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from portal.security.tokens import new_token, same

PATIENCE = 10
"""Seconds the provider may take to answer."""
ALGORITHMS = ["RS256", "PS256", "ES256", "EdDSA"]
"""Signatures that only the provider can make; none by a secret that both know."""


LASTS = timedelta(minutes=10)
"""How long a wish waits for whoever was sent there."""
LEEWAY = 60
"""Seconds by which the provider's clock may be another than ours."""
ANEW = {"prompt": "login", "max_age": "0"}
"""Sign in once more, whoever is known already (OpenID Connect Core, 3.1.2.1)."""


class Unproven(Exception):
    """What came back does not show who it was."""


class Unreachable(Exception):
    """The provider does not answer, or not as one."""


@dataclass(frozen=True)
class Provider:
    """Where the accounts are, what we are called there, the file with our secret, and where people come back to."""

    issuer: str
    client: str
    secret: Path
    back: str


@dataclass(frozen=True)
class Pending:
    """What a browser keeps while its reader is there: what must come back, and what for. Whoever it is signs in there
    after `since`, though the provider knows them already: nobody comes in by what another has left open. With `strict`
    the provider has to say when that was.
    """

    state: str
    nonce: str
    verifier: str
    purpose: str
    to: str
    since: float
    until: float
    strict: bool = False

    def told(self) -> bytes:
        """As it is kept."""
        return json.dumps(asdict(self)).encode()

    @classmethod
    def read(cls, told: bytes) -> Pending:
        """As it was kept."""
        return cls(**json.loads(told))


def pending(purpose: str, to: str, now: datetime, *, strict: bool = False) -> Pending:
    """A new wish."""
    drawn = (new_token(), new_token(), new_token() + new_token())
    return Pending(*drawn, purpose, to, now.timestamp(), (now + LASTS).timestamp(), strict)


def begin(provider: Provider, wish: Pending) -> str:
    """The address to send somebody to. Raises Unreachable."""
    about = _asked(f"{provider.issuer.rstrip('/')}/.well-known/openid-configuration")
    if about.get("issuer") != provider.issuer:
        raise Unreachable
    with _session(provider) as session:
        url, _ = session.create_authorization_url(
            about["authorization_endpoint"],
            **{"state": wish.state, "nonce": wish.nonce, "code_verifier": wish.verifier, **ANEW},
        )
    return str(url)


def finish(provider: Provider, wish: Pending, came: Mapping[str, str], now: datetime) -> str:
    """The subject of whoever came back. Raises Unproven or Unreachable."""
    if now.timestamp() >= wish.until or not same(came.get("state", ""), wish.state) or "code" not in came:
        raise Unproven
    about = _asked(f"{provider.issuer.rstrip('/')}/.well-known/openid-configuration")
    if about.get("issuer") != provider.issuer or came.get("iss", provider.issuer) != provider.issuer:
        raise Unproven
    token = _bought(provider, about["token_endpoint"], came["code"], wish)
    return _subject(provider, str(token.get("id_token", "")), _asked(about["jwks_uri"]), (wish, now))


def _bought(provider: Provider, endpoint: str, code: str, wish: Pending) -> Mapping[str, Any]:
    from authlib.integrations.base_client import OAuthError
    from requests import RequestException

    with _session(provider) as session:
        try:
            return dict(session.fetch_token(endpoint, code=code, code_verifier=wish.verifier, timeout=PATIENCE))
        except OAuthError as error:
            raise Unproven from error
        except (RequestException, ValueError) as error:
            raise Unreachable from error


def _subject(provider: Provider, word: str, published: Mapping[str, Any], about: tuple[Pending, datetime]) -> str:
    from joserfc import jwt
    from joserfc.errors import JoseError
    from joserfc.jwk import KeySet

    wish, now = about
    must: dict[str, jwt.ClaimsOption] = {
        "iss": {"essential": True, "value": provider.issuer},
        "aud": {"essential": True, "value": provider.client},
        "nonce": {"essential": True, "value": wish.nonce},
        "exp": {"essential": True},
        "sub": {"essential": True},
    }
    try:
        keys = KeySet.import_key_set({"keys": published["keys"]})
        told = jwt.decode(word, keys, algorithms=ALGORITHMS).claims
        jwt.JWTClaimsRegistry(now=int(now.timestamp()), leeway=LEEWAY, **must).validate(told)
    except (JoseError, ValueError, KeyError, TypeError) as error:
        raise Unproven from error
    if told.get("azp", provider.client) != provider.client or not str(told["sub"]):
        raise Unproven
    if not _anew(wish, told.get("auth_time")):
        raise Unproven
    return str(told["sub"])


def _anew(wish: Pending, signed_in: object) -> bool:
    """Whether somebody has signed in there for this wish; who asks is told (OpenID Connect Core, 3.1.2.1)."""
    if signed_in is None:
        return not wish.strict
    return isinstance(signed_in, int | float) and signed_in >= wish.since - LEEWAY


def _asked(url: str) -> Mapping[str, Any]:
    import requests

    try:
        answer = requests.get(url, timeout=PATIENCE, allow_redirects=False)
        answer.raise_for_status()
        told = answer.json()
    except (requests.RequestException, ValueError) as error:
        raise Unreachable from error
    if not isinstance(told, dict):
        raise Unreachable
    return told


def _session(provider: Provider) -> Any:
    from authlib.integrations.requests_client import OAuth2Session

    session: Any = OAuth2Session  # has no types
    return session(
        provider.client,
        provider.secret.read_text().strip(),
        scope="openid",
        redirect_uri=provider.back,
        code_challenge_method="S256",
    )
