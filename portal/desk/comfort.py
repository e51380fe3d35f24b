"""Text size, colours and language of the desk, kept as on the resident's pages."""

from __future__ import annotations

from portal.desk.addresses import own
from portal.desk.page import ANYBODY, Page
from portal.desk.visit import DeskVisit
from portal.web.house import Answer


def show(visit: DeskVisit) -> Answer:
    """The buttons stand on every page."""
    return visit.go("home")


def take(visit: DeskVisit) -> Answer:
    """Remember a wish and go back to the page it was made on."""
    visit.prefer(visit.form.do)
    return Answer(status=303, to=own(visit.town.slug, visit.form.typed.get("back", "")))


PAGE = Page(name="preferences", needs=ANYBODY, show=show, take=take)
