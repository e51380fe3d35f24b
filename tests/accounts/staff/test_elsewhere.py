"""What a provider says is believed when it has signed it for us, for this wish, in time. The way there and back is in
tests/desk/coming_in/test_elsewhere.py, with a real provider.
"""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

from portal.accounts.staff import elsewhere
from portal.accounts.staff.elsewhere import Pending, Provider, Unproven, finish, pending

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
ISSUER = "https://login.example"
PROVIDER = Provider(ISSUER, "yorisoi", Path("secret"), "https://portal.example/desk/x/elsewhere")
KEY, OTHER = (RSAKey.generate_key(2048, {"kid": "1"}) for _ in range(2))
WISH = pending("in", "/desk/x/", NOW)
ABOUT = {"issuer": ISSUER, "token_endpoint": f"{ISSUER}/token", "jwks_uri": f"{ISSUER}/keys"}
TOLD = {"iss": ISSUER, "aud": "yorisoi", "sub": "1001", "nonce": WISH.nonce, "exp": int(NOW.timestamp()) + 600}


@pytest.fixture
def says(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A provider that says what the test wants, signed as the test wants."""

    def said(word: str, about: dict[str, str] = ABOUT) -> None:
        published = {"keys": [KEY.as_dict(private=False)]}
        monkeypatch.setattr(elsewhere, "_asked", lambda url: published if url.endswith("keys") else about)
        monkeypatch.setattr(elsewhere, "_bought", lambda *_: {"id_token": word})

    return said


def signed(key: Any = KEY, algorithm: str = "RS256", **changes: Any) -> str:
    """A word about somebody; what is changed to None is left out."""
    told = {name: value for name, value in {**TOLD, **changes}.items() if value is not None}
    return jwt.encode({"alg": algorithm, "kid": "1"}, told, key, algorithms=[algorithm])


def back(state: str = WISH.state, **more: str) -> str:
    """Who it was, by what came back."""
    return finish(PROVIDER, WISH, {"state": state, "code": "x", **more}, NOW)


def test_a_word_for_us_is_believed(says: Any) -> None:
    says(signed())
    assert back() == "1001"
    says(signed(aud=["yorisoi", "others"], azp="yorisoi"))
    assert back(iss=ISSUER) == "1001"


@pytest.mark.parametrize(
    "changes",
    [
        {"iss": "https://evil.example"},
        {"aud": "others"},
        {"aud": ["yorisoi", "others"], "azp": "others"},
        {"nonce": "another wish"},
        {"nonce": None},
        {"sub": None},
        {"sub": ""},
        {"exp": int(NOW.timestamp()) - 61},
        {"exp": None},
        {"nbf": int(NOW.timestamp()) + 3600},
    ],
    ids=str,
)
def test_a_word_for_others_is_not(says: Any, changes: dict[str, Any]) -> None:
    says(signed(**changes))
    with pytest.raises(Unproven):
        back()


def test_a_word_of_somebody_else_is_not(says: Any) -> None:
    by_a_secret = OctKey.import_key(b"what both of us know, thirty-two bytes")
    for word in (signed(OTHER), signed(by_a_secret, "HS256"), "", "a.b.c", signed().rpartition(".")[0] + "."):
        says(word)
        with pytest.raises(Unproven):
            back()


def test_another_state_or_issuer_or_no_code_is_not(says: Any) -> None:
    says(signed())
    for wrong in ({"state": "x"}, {"iss": "https://evil.example"}):
        with pytest.raises(Unproven):
            back(**wrong)
    with pytest.raises(Unproven):
        finish(PROVIDER, WISH, {"state": WISH.state, "error": "access_denied"}, NOW)
    with pytest.raises(Unproven):
        finish(PROVIDER, WISH, {"state": WISH.state, "code": "x"}, NOW + timedelta(minutes=10))
    says(signed(), {**ABOUT, "issuer": "https://evil.example"})
    with pytest.raises(Unproven):
        back()


def test_who_was_known_before_signs_in_anew(says: Any) -> None:
    strict, then = replace(WISH, strict=True), int(NOW.timestamp())
    for wish, signed_in, comes in (
        *((WISH, None, True), (strict, None, False), (strict, then - 60, True), (strict, then + 60, True)),
        *((WISH, then - 61, False), (strict, then - 61, False), (WISH, str(then), False), (strict, True, False)),
    ):
        says(signed(auth_time=signed_in))
        with nullcontext() if comes else pytest.raises(Unproven):
            finish(PROVIDER, wish, {"state": WISH.state, "code": "x"}, NOW)


def test_a_wish_is_kept_whole() -> None:
    assert Pending.read(WISH.told()) == WISH
