"""What a browser holds of its session: one cookie, for this host alone where the portal stands under https."""

from __future__ import annotations

from portal.accounts.staff.session import DAY, REMEMBERED
from portal.desk.visit import DeskVisit

NAME = "yorisoi_desk"
LASTS = int((DAY + REMEMBERED).total_seconds())
"""Longer than a session: what was being typed when it ended is found by it."""


def _name(visit: DeskVisit) -> str:
    return f"__Host-{NAME}" if visit.house.settings.secure else NAME


def held(visit: DeskVisit) -> str:
    """What the browser shows; "" for nothing."""
    return visit.request.cookies.get(_name(visit), "")


def hold(visit: DeskVisit, token: str) -> None:
    """Give the browser a session, or its next number."""
    visit.cookie(_name(visit), token, LASTS)


def forget(visit: DeskVisit) -> None:
    """Take it away."""
    visit.cookie(_name(visit), "", 0)
