"""Names and accounts on the way are looked up in the real registries."""

from __future__ import annotations

import pytest

from portal import registries
from tests.registries.built import built


@pytest.fixture(scope="module", autouse=True)  # a portal of other tests may have opened its own meanwhile
def _registries(pytestconfig: pytest.Config) -> None:
    registries.open(built(pytestconfig))
