"""Staying in: how long the desk stays open, for the script that says so beforehand; going on by one press."""

from __future__ import annotations

import json

from portal.desk.page import ANY_STAFF, Page
from portal.desk.visit import DeskVisit
from portal.web.house import Answer


def show(visit: DeskVisit) -> Answer:
    """The seconds left of the rest and of the day; nothing while a resident has the screen."""
    if visit.left is None:
        return Answer(status=204)
    return Answer(json.dumps(visit.left._asdict()).encode(), media_type="application/json")


PAGE = Page(name="rest", needs=ANY_STAFF, show=show, take=show, silent=True, lent=True)
