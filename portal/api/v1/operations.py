"""The table of everything this API does; each row stands beside its handler."""

from __future__ import annotations

from portal.api.v1.asked import cases, description, events, log, office, readings, services, submissions, token
from portal.api.v1.operation import Operation

OPERATIONS: tuple[Operation, ...] = (
    *token.OPERATIONS,
    *services.OPERATIONS,
    *submissions.OPERATIONS,
    *cases.OPERATIONS,
    *office.OPERATIONS,
    *events.OPERATIONS,
    *readings.OPERATIONS,
    *log.OPERATIONS,
    *description.OPERATIONS,
)
