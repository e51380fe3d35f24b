"""Answers that wait on this device until there is a network; kept on it beforehand, the same for everybody."""

from __future__ import annotations

from portal.resident import way
from portal.resident.way import context_of
from portal.web.house import Answer
from portal.web.visit import Visit


def show(visit: Visit) -> Answer:
    """What has not been sent yet, and what comes then."""
    version = way.version(visit)
    return visit.kept_page("resident/waiting.html", version.hash, lambda: {"service": context_of(version, visit.reads)})
