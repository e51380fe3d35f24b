"""The models of access and of why there is none are true of real answers."""

from __future__ import annotations

from tests.api.given import Office
from tests.api.v1.shapes.given import true_of


def test_it_is_true_of_tokens_and_of_errors(office: Office) -> None:
    client, words = office.client()
    form = {"grant_type": "client_credentials", "client_id": client.public_id, "client_secret": words}
    true_of("Token", office.web.post("/api/v1/token", data=form).json())
    true_of("TokenError", office.web.post("/api/v1/token", data=form | {"client_secret": "x"}).json())
