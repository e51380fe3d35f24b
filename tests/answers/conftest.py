"""Addresses and accounts are looked up in the real registries."""

from __future__ import annotations

import pytest
from hypothesis import settings

from portal import registries
from tests.registries.built import built

settings.register_profile("answers", deadline=None)  # a busy machine is no mistake
settings.load_profile("answers")


@pytest.fixture(scope="module", autouse=True)  # a portal of other tests may have opened its own meanwhile
def _registries(pytestconfig: pytest.Config) -> None:
    registries.open(built(pytestconfig))
