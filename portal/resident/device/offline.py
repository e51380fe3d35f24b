"""What a telephone shows where there is no network; kept on it beforehand, the same for everybody."""

from __future__ import annotations

from portal.web.house import Answer
from portal.web.visit import Visit


def show(visit: Visit) -> Answer:
    """The page that stands in the place of one that cannot come."""
    return visit.kept_page("resident/offline.html", "", dict)
