"""Comfort on a page of its own, and the header's buttons where nothing is being answered."""

from __future__ import annotations

from urllib.parse import urlsplit

from portal.language.words import CODES
from portal.preferences import is_wish
from portal.web.house import Answer
from portal.web.visit import Visit


def show(visit: Visit) -> Answer:
    """Every preference at once."""
    return visit.page("resident/preferences.html", back=_back(visit))


def take(visit: Visit) -> Answer:
    """Remember a wish and go back to the page it was made on, in the wished language."""
    visit.prefer(visit.form.do)
    parts = _own(visit, visit.form.typed.get("back", "")).split("/")
    if visit.form.do.startswith("language:"):
        parts[1] = visit.language
    return Answer(status=303, to="/".join(parts))


def wished(visit: Visit) -> bool:
    """Whether a form's button was one of comfort: its wish is taken, and what was typed is to be shown again."""
    if is_wish(visit.form.do):
        visit.prefer(visit.form.do)
        return True
    return False


def _back(visit: Visit) -> str:
    """The page of ours the reader came from, else the first page."""
    try:
        came = urlsplit(visit.request.headers.get("referer", "")).path
    except ValueError:
        came = ""
    return visit.url("home") if came == visit.here else _own(visit, came)


def _own(visit: Visit, path: str) -> str:
    """The path if it is one of this portal's pages, else the first page."""
    parts = path.split("/")
    strange = len(parts) < 3 or parts[0] or parts[1] not in CODES or not path.isprintable() or "\\" in path
    return visit.url("home") if strange else path
