"""A batch is due at its hour in Japan, whatever the hour is elsewhere."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from portal.cases.batch.period import last_due
from portal.municipalities.delivery import Batch

DUE = {
    "in the morning, after it": ("day", 7, "2026-11-24T10:00+09:00", "2026-11-24T07:00+09:00"),
    "before it": ("day", 7, "2026-11-24T06:59+09:00", "2026-11-23T07:00+09:00"),
    "on the very hour": ("day", 7, "2026-11-24T07:00+09:00", "2026-11-24T07:00+09:00"),
    "at midnight": ("day", 0, "2026-11-24T00:30+09:00", "2026-11-24T00:00+09:00"),
    "on Tuesday, for the week": ("week", 7, "2026-11-24T10:00+09:00", "2026-11-23T07:00+09:00"),
    "on Monday before it": ("week", 7, "2026-11-23T06:00+09:00", "2026-11-16T07:00+09:00"),
    "on Sunday": ("week", 7, "2026-11-29T23:00+09:00", "2026-11-23T07:00+09:00"),
    "at the turn of the year": ("day", 7, "2027-01-01T03:00+09:00", "2026-12-31T07:00+09:00"),
}


@pytest.mark.parametrize(("every", "at", "now", "due"), DUE.values(), ids=DUE.keys())
def test_the_last_time_it_was_due(every: str, at: int, now: str, due: str) -> None:
    batch = Batch.model_validate({"kind": "batch", "every": every, "at": at})
    moment = datetime.fromisoformat(now).astimezone(UTC)
    assert last_due(batch, moment) == datetime.fromisoformat(due)
