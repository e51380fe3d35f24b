"""What a receipt proves and what it does not, by the same sentences as every check of it."""

from __future__ import annotations

from portal.consent.findings import LIMITS, PROVEN, SENTENCES
from portal.web.visit import Visit

KNOWN = ("signature", "place", "words", "answers")


def proven(visit: Visit) -> tuple[str, ...]:
    """What anybody can find out about it."""
    return tuple(visit.say(SENTENCES[what, PROVEN]) for what in KNOWN)


def unproven(visit: Visit) -> tuple[str, ...]:
    """What nobody can."""
    return tuple(visit.say(limit) for limit in LIMITS)
