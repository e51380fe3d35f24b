"""Access for a secret: as RFC 6749 has it, by Basic or by form, and never for a guess."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote_plus

import pytest

from portal.api.v1.asked.token import ERRORS
from portal.storage.tries import PER_ADDRESS
from tests.api.given import Office, kind_of

WISH = {"grant_type": "client_credentials"}


def post(office: Office, form: dict[str, str], basic: tuple[str, str] | None = None, **more: Any) -> Any:
    """The answer of the token's address."""
    auth = (quote_plus(basic[0]), quote_plus(basic[1])) if basic else None
    return office.web.post("/api/v1/token", data=form, auth=auth, **more)


@pytest.mark.both_databases
def test_a_secret_buys_access(office: Office) -> None:
    client, words = office.client(scopes=["cases:read", "events:read"])
    by_basic = post(office, WISH, (client.public_id, words))
    by_form = post(office, WISH | {"client_id": client.public_id, "client_secret": words, "scope": "cases:read"})
    assert [answer.status_code for answer in (by_basic, by_form)] == [200, 200]
    told = by_basic.json()
    assert (told["token_type"], told["expires_in"], told["scope"]) == ("Bearer", 900, "cases:read events:read")
    assert by_form.json()["scope"] == "cases:read"
    assert (by_basic.headers["cache-control"], by_basic.headers["pragma"]) == ("no-store", "no-cache")
    assert office.get("/cases", told["access_token"]).status_code == 200


def wrong(answer: Any) -> str:
    """Which error an answer is."""
    told = answer.json()
    assert answer.status_code == (401 if told["error"] == "invalid_client" else 400)
    assert told["error_description"].isascii()
    assert ("www-authenticate" in answer.headers) == (answer.status_code == 401)
    return str(told["error"])


def test_what_is_wrong_is_told(office: Office) -> None:
    client, words = office.client(scopes=["cases:read"])
    mine = (client.public_id, words)
    told = [
        wrong(post(office, {"grant_type": ""}, mine)),
        wrong(post(office, {"grant_type": "password"}, mine)),
        wrong(post(office, WISH | {"scope": "cases:write"}, mine)),
        wrong(post(office, WISH | {"client_secret": words}, mine)),
        wrong(post(office, WISH)),
        wrong(post(office, WISH, (client.public_id, words + "x"))),
        wrong(post(office, WISH, (office.client()[0].public_id, words))),
        wrong(post(office, WISH, headers={"Authorization": "Basic %%%"})),
    ]
    asked = ["invalid_request", "unsupported_grant_type", "invalid_scope", "invalid_request"]
    assert told == [*asked, *["invalid_client"] * 4]
    assert {*told} == ERRORS.keys()


def test_it_speaks_the_callers_language_beside(office: Office) -> None:
    told = post(office, WISH).json()
    assert told["detail"] == ERRORS["invalid_client"].ja
    english = post(office, WISH, headers={"Accept-Language": "en"}).json()
    assert english["detail"] == english["error_description"]


def test_the_same_twice_is_no_form(office: Office) -> None:
    body = b"grant_type=client_credentials&grant_type=client_credentials"
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    assert wrong(office.web.post("/api/v1/token", content=body, headers=headers)) == "invalid_request"
    assert wrong(office.web.post("/api/v1/token", content=b"\xff=1", headers=headers)) == "invalid_request"
    assert kind_of(office.web.post("/api/v1/token", json=WISH)) == "WrongMediaType"


def test_guessing_ends_soon_and_the_right_secret_goes_on(office: Office) -> None:
    client, words = office.client()
    for n in range(PER_ADDRESS.most):
        assert wrong(post(office, WISH, (client.public_id, f"guess {n}"))) == "invalid_client"
    assert kind_of(post(office, WISH, (client.public_id, "one more"))) == "TooManyTries"
    assert post(office, WISH, (client.public_id, words)).status_code == 200


@pytest.mark.both_databases
def test_a_secret_of_no_town_is_wrong_and_no_more(office: Office) -> None:
    client, _ = office.client()
    for words in ("yorisoi_99\x000019_x", "yorisoi_990027_x", "\x00"):
        assert wrong(post(office, WISH, (client.public_id, words))) == "invalid_client"
