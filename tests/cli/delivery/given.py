"""The fictional town with other channels than its own."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter

from portal.municipalities.delivery import Delivery
from tests.cases.given import KASUMIGAHAMA


def served(monkeypatch: pytest.MonkeyPatch, *channels: dict[str, Any]) -> None:
    """The commands find a town whose welfare department has these channels."""
    delivery = TypeAdapter(Delivery).validate_python(channels)
    changed = KASUMIGAHAMA.departments["welfare"].model_copy(update={"delivery": delivery})
    town = KASUMIGAHAMA.model_copy(update={"departments": {**KASUMIGAHAMA.departments, "welfare": changed}})
    for module in ("town", "delivery.resend"):
        monkeypatch.setattr(f"portal.cli.{module}.served", lambda settings: {town.slug: town})
