"""Every event there is has its model, and tells no more than that."""

from __future__ import annotations

from typing import get_args

from portal.api.v1.shapes.event import EventData, Type
from portal.cases.course.events import TYPES


def test_every_type_is_described() -> None:
    assert get_args(Type) == TYPES


def test_what_there_is_not_is_not_told() -> None:
    assert EventData.model_validate({"purpose": "sns"}).model_dump(exclude_unset=True) == {"purpose": "sns"}
