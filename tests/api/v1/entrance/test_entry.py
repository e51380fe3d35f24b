"""Only a good token comes in, and guessing is slow."""

from __future__ import annotations

from datetime import timedelta

import pytest

from portal.accounts import api_client, secret
from portal.accounts.access import LASTS
from portal.accounts.api_client import ApiClient
from portal.storage.tries import PER_ADDRESS
from tests.api.given import HERE, Office, kind_of

SHOWN = {
    "nothing": {},
    "another scheme": {"Authorization": "Basic eW9yaXNvaTo="},
    "a scheme alone": {"Authorization": "Bearer"},
    "a space": {"Authorization": "Bearer  "},
}


@pytest.mark.parametrize("headers", SHOWN.values(), ids=SHOWN.keys())
def test_without_a_token_the_door_says_how(office: Office, headers: dict[str, str]) -> None:
    answer = office.web.get("/api/v1/cases", headers=headers)
    assert kind_of(answer) == "NoToken"
    assert answer.headers["www-authenticate"] == 'Bearer realm="yorisoi"'


def test_the_scheme_is_read_in_any_case(office: Office) -> None:
    token = office.token()
    for scheme in ("bearer", "BEARER"):
        assert office.web.get("/api/v1/cases", headers={"Authorization": f"{scheme} {token}"}).status_code == 200


@pytest.mark.parametrize("token", ["guess", f"yorisoi_{HERE}_guess", "yorisoi_000000_guess"])
def test_a_wrong_token_stays_outside(office: Office, token: str) -> None:
    assert kind_of(office.get("/cases", token)) == "UnknownToken"


def test_guessing_ends_soon_and_a_good_token_comes_in_all_the_same(office: Office) -> None:
    good = office.token()
    kinds = [kind_of(office.get("/cases", f"yorisoi_{HERE}_{n}")) for n in range(PER_ADDRESS.most + 2)]
    assert kinds == ["UnknownToken"] * PER_ADDRESS.most + ["TooManyTries"] * 2
    assert office.get("/cases", "guess").headers["retry-after"] == "900"
    assert office.get("/cases", good).status_code == 200
    office.now += PER_ADDRESS.window
    assert kind_of(office.get("/cases", "guess")) == "UnknownToken"


def test_a_revoked_token_is_worthless(office: Office) -> None:
    token = office.token()
    with office.database.writing() as db:
        (client,) = api_client.admitted(db, HERE)
        api_client.revoke(db, HERE, client.id, office.now + timedelta(days=1))
    assert kind_of(office.get("/cases", token)) == "UnknownToken"


def test_a_town_no_longer_served_is_closed(office: Office) -> None:
    token = office.token(town="131016")
    assert kind_of(office.get("/cases", token)) == "UnknownToken"


def access(office: Office, **wish: str) -> tuple[ApiClient, str]:
    """A system, and the access it bought for its secret."""
    client, words = office.client()
    form = {"grant_type": "client_credentials", "client_id": client.public_id, "client_secret": words}
    return client, office.web.post("/api/v1/token", data=form | wish).json()["access_token"]


@pytest.mark.both_databases
def test_access_opens_until_its_minutes_are_over(office: Office) -> None:
    _, token = access(office)
    assert office.get("/cases", token).status_code == 200
    office.now += LASTS
    assert kind_of(office.get("/cases", token)) == "UnknownToken"


def test_a_revoked_system_is_out_at_once(office: Office) -> None:
    client, token = access(office)
    with office.database.writing() as db:
        api_client.revoke(db, HERE, client.id, office.now)
    assert kind_of(office.get("/cases", token)) == "UnknownToken"


def test_access_ends_with_the_secret_it_was_bought_for(office: Office) -> None:
    client, token = access(office)
    with office.database.writing() as db:
        secret.rotate(db, client, office.now, timedelta(0))
    assert kind_of(office.get("/cases", token)) == "UnknownToken"


def test_access_allows_what_it_was_bought_for(office: Office) -> None:
    _, token = access(office, scope="readings:read")
    assert office.get("/readings", token).status_code == 200
    answer = office.get("/cases", token)
    assert kind_of(answer) == "NotYours"
    assert answer.json()["scope"] == "cases:read"


def test_a_secret_is_no_token_unless_it_was_made_one(office: Office) -> None:
    _, words = office.client()
    assert kind_of(office.get("/cases", words)) == "UnknownToken"


def test_it_is_known_when_a_system_was_last_here(office: Office) -> None:
    client, words = office.client(bearer=True)
    office.get("/cases", words)
    with office.database.reading() as db:
        (kept,) = secret.of_client(db, client)
    assert kept.used == office.now
