"""When batches are due: each day, or on Mondays, at a full hour in Japan."""

from __future__ import annotations

from datetime import datetime, timedelta

from portal.language.dates import JAPAN
from portal.municipalities.delivery import Batch

MONDAY = 0
LENGTHS = {"day": timedelta(days=1), "week": timedelta(weeks=1)}


def last_due(batch: Batch, now: datetime) -> datetime:
    """The last moment up to now at which it was due."""
    there = now.astimezone(JAPAN)
    due = there.replace(hour=batch.at, minute=0, second=0, microsecond=0)
    if batch.every == "week":
        due -= timedelta(days=due.weekday() - MONDAY)
    return due if due <= there else due - LENGTHS[batch.every]
