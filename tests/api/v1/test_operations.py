"""Every operation of the table, tried with every scope, from the wrong department and the wrong town."""

from __future__ import annotations

import json
from typing import Any

import pytest

from portal.accounts import api_client
from portal.accounts.scope import SCOPES
from portal.api.v1.operation import Operation
from portal.api.v1.operations import OPERATIONS
from portal.cases.case import Case
from tests.api.given import HERE, THERE, Office, kind_of

GUARDED = [operation for operation in OPERATIONS if operation.needs_token]
SCOPED = [operation for operation in GUARDED if operation.scope in SCOPES]
ABOUT_ONE = [operation for operation in GUARDED if "{id}" in operation.path]


BODIES = {
    "changeCase": {"status": {"id": "checking"}},
    "writeMessage": {"text": "こんにちは"},
    "handIn": {"answers": {}, "consent": {"statements": [], "signed_on": "2026-11-20"}},
}
"""What a system that may would send."""


def id_of(operation: Operation) -> str:
    """How a test of it is called."""
    return operation.id


@pytest.fixture
def case(office: Office) -> Case:
    """The one case of the town, with a file."""
    office.file("f1")
    return office.case(files=("f1",))


def asked(office: Office, operation: Operation, case: Case, token: str) -> Any:
    """The answer of an operation about the one case of the town, or about whatever there is."""
    path = operation.path.format(id=case.id, file="f1", service="kyufukin", town="kasumigahama")
    sent = {"Authorization": f"Bearer {token}", "If-Match": "*", "Idempotency-Key": '"one"'}
    if operation.takes is None:
        return office.web.request(operation.method, path, headers=sent)
    sent["Content-Type"] = operation.taken_as[0]
    return office.web.request(operation.method, path, headers=sent, content=json.dumps(BODIES[operation.id]))


def test_every_scope_is_needed_somewhere() -> None:
    assert {operation.scope for operation in SCOPED} == SCOPES.keys()


@pytest.mark.parametrize("operation", SCOPED, ids=id_of)
def test_with_every_other_scope_it_stays_closed(office: Office, case: Case, operation: Operation) -> None:
    for scopes in (*([other] for other in SCOPES if other != operation.scope), SCOPES.keys() - {operation.scope}, []):
        answer = asked(office, operation, case, office.token(scopes=scopes))
        assert kind_of(answer) == "NotYours", scopes
        assert answer.json()["scope"] == operation.scope
    assert asked(office, operation, case, office.token(scopes=[operation.scope])).status_code not in {401, 403}


@pytest.mark.parametrize("operation", GUARDED, ids=id_of)
def test_without_a_good_token_it_stays_closed(office: Office, case: Case, operation: Operation) -> None:
    assert kind_of(asked(office, operation, case, "guess")) == "UnknownToken"
    client, words = office.client(bearer=True)
    with office.database.writing() as db:
        api_client.revoke(db, HERE, client.id, office.now)
    assert kind_of(asked(office, operation, case, words)) == "UnknownToken"


@pytest.mark.parametrize("operation", ABOUT_ONE, ids=id_of)
def test_what_belongs_to_others_is_not_there(office: Office, case: Case, operation: Operation) -> None:
    strangers = [
        office.token(town=THERE),
        office.token(departments=["residents"]),
        office.token(departments=[]),
    ]
    for token in strangers:
        assert kind_of(asked(office, operation, case, token)) == "NotFound"


@pytest.mark.parametrize("operation", GUARDED, ids=id_of)
def test_nothing_of_others_is_listed(office: Office, case: Case, operation: Operation) -> None:
    for token in (office.token(town=THERE), office.token(departments=["residents"])):
        answer = asked(office, operation, case, token)
        assert case.id not in answer.text.replace(answer.request.url.path, "")
        assert case.number not in answer.text
