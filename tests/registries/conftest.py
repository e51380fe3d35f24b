"""The registries' own tests look things up in the real data."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal import registries
from portal.registries import Registries
from tests.registries.built import built


@pytest.fixture(scope="session")
def path(pytestconfig: pytest.Config) -> Path:
    """The registries' file."""
    return built(pytestconfig)


@pytest.fixture(scope="session")
def real(path: Path) -> Registries:
    """Every registry."""
    return registries.open(path)
