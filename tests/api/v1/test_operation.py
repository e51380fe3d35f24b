"""An operation that anybody may ask for needs no token; all others do."""

from __future__ import annotations

from portal.api.v1.operation import ANYBODY
from portal.api.v1.operations import OPERATIONS


def test_only_what_tells_nothing_personal_is_for_anybody() -> None:
    open_to_all = {operation.path for operation in OPERATIONS if not operation.needs_token}
    assert all(operation.needs_token == (operation.scope != ANYBODY) for operation in OPERATIONS)
    assert {path for path in open_to_all if not path.startswith("/api/v1/logs/")} <= {
        "/api/v1/token",
        "/api/v1/openapi.json",
        "/api/v1/",
    }
