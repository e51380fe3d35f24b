"""The real registries, built once and kept between runs; building them anew takes seconds."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal import registries


def built(config: pytest.Config) -> Path:
    """The registries' file for tests, made when the packages it comes from change."""
    path = config.cache.mkdir("registries") / "registries.sqlite"
    registries.build(path)
    return path
