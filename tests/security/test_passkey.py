"""Passkeys: what shows that somebody has the key is taken, everything else is refused."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from portal.security.passkey import Place, Unproven, made, public, signed
from tests.house.tree import files, named
from tests.security.authenticator import PRESENT, VERIFIED, Authenticator

HERE, ASKED = Place("http://localhost"), b"what is to be signed".ljust(32)


@pytest.mark.parametrize("kind", [-7, -257])
def test_a_key_is_made_and_signs(kind: int) -> None:
    phone = Authenticator(kind=kind)
    key = made(HERE, ASKED, phone.made(ASKED))
    came = signed(HERE, ASKED, key, phone.signed(ASKED))
    assert key.id == phone.id
    assert came.counter == 1
    assert json.loads(came.client_data)["type"] == "webauthn.get"
    assert public(key)[0] == kind


def test_a_key_that_never_counts_is_taken() -> None:
    phone = Authenticator()
    key = made(HERE, ASKED, phone.made(ASKED))
    phone.counter = -1
    assert signed(HERE, ASKED, key, phone.signed(ASKED)).counter == 0


WRONG = [{"origin": "http://localhost:1"}, {"host": "example.jp"}, {"flags": PRESENT}, {"flags": VERIFIED}]


@pytest.mark.parametrize("wrong", WRONG)
def test_another_page_or_nobody_recognised_makes_no_key(wrong: dict[str, Any]) -> None:
    with pytest.raises(Unproven):
        made(HERE, ASKED, Authenticator(**wrong).made(ASKED))


@pytest.mark.parametrize("wrong", [*WRONG, {"cross": True}, {"id": b"another"}, {"_key": None}])
def test_another_page_key_or_nobody_recognised_signs_nothing(wrong: dict[str, Any]) -> None:
    phone = Authenticator()
    key = made(HERE, ASKED, phone.made(ASKED))
    for name, value in wrong.items():
        setattr(phone, name, value)
    with pytest.raises(Unproven):
        signed(HERE, ASKED, key, phone.signed(ASKED))


def test_what_was_to_be_signed_is_what_counts() -> None:
    phone, other = Authenticator(), bytes(32)
    with pytest.raises(Unproven):
        made(HERE, ASKED, phone.made(other))
    key = made(HERE, ASKED, phone.made(ASKED))
    for told in (phone.signed(other), phone.signed(ASKED, "webauthn.create"), phone.made(ASKED)):
        with pytest.raises(Unproven):
            signed(HERE, ASKED, key, told)


def test_what_was_sent_before_is_not_sent_again() -> None:
    phone = Authenticator(counter=5)
    key, told = made(HERE, ASKED, phone.made(ASKED)), phone.signed(ASKED)
    used = signed(HERE, ASKED, key, told)
    again = type(key)(key.id, key.public_key, used.counter)
    with pytest.raises(Unproven):
        signed(HERE, ASKED, again, told)


@pytest.mark.parametrize("nothing", ["", "x", "[]", "null", "{}", '{"id": 1}', '{"id": "a", "rawId": "a"}'])
def test_what_is_no_answer_says_so(nothing: str) -> None:
    phone = Authenticator()
    key = made(HERE, ASKED, phone.made(ASKED))
    with pytest.raises(Unproven):
        made(HERE, ASKED, nothing)
    with pytest.raises(Unproven):
        signed(HERE, ASKED, key, nothing)


def test_an_answer_cut_short_anywhere_is_none() -> None:
    phone = Authenticator()
    told = json.loads(phone.made(ASKED))
    whole = told["response"]["attestationObject"]
    for length in range(0, len(whole), 7):
        cut = {**told, "response": {**told["response"], "attestationObject": whole[:length]}}
        with pytest.raises(Unproven):
            made(HERE, ASKED, json.dumps(cut))


@pytest.mark.parametrize(
    ("origin", "able"),
    [
        ("https://shinsei.example.jp", True),
        ("https://shinsei.example.jp:8443", True),
        ("http://localhost:8123", True),
        ("http://shinsei.example.jp", False),
        ("http://127.0.0.1:8123", False),
        ("https://[::1]", False),
        ("", False),
    ],
)
def test_keys_are_made_for_names_on_safe_lines_only(origin: str, able: bool) -> None:
    assert Place(origin).able == able


def test_the_package_waits_until_it_is_wanted() -> None:
    at_once = [
        named(path) for path in files("portal/*.py") if re.search(r"^(from|import) webauthn", path.read_text(), re.M)
    ]
    assert not at_once
