"""What is published in the towns that are shipped, and one sentence of it."""

from __future__ import annotations

import pytest

from portal import municipalities
from portal.catalogue.load import load
from portal.speech.published import Published
from portal.speech.published.public import PublicText


@pytest.fixture(scope="session")
def published() -> Published:
    """Every published sentence."""
    towns = municipalities.load().values()
    return Published(load(towns), towns)


@pytest.fixture(scope="session")
def public(published: Published) -> PublicText:
    """One published sentence."""
    return next(iter(published))
