"""Putting the portal on a telephone's first screen: an offer for whoever looks for it, and how it is done by hand."""

from __future__ import annotations

from portal.web.house import Answer
from portal.web.visit import Visit


def show(visit: Visit) -> Answer:
    """What it is good for, and the way there on each kind of telephone."""
    return visit.kept_page("resident/install.html", "", dict)
