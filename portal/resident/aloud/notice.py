"""A notice to print, for a board or a letter: its code opens the service's own page, ready to read aloud."""

from __future__ import annotations

from typing import Any

from portal.language.dates import shown
from portal.resident import way
from portal.typesetting.camera_code import picture
from portal.web.house import Answer
from portal.web.visit import Visit

LISTEN = "?listen=1"
"""Behind a service's address: the page is to come with its bar for reading aloud open."""


def show(visit: Visit) -> Answer:
    """The notice of a service."""
    version = way.version(visit)
    told = version.told(visit.reads).service

    def context() -> dict[str, Any]:
        facts = {name: getattr(told, name) for name in ("title", "summary")}
        return {
            "service": facts | {"id": version.service},
            "deadline": shown(told.deadline, visit.words) if told.deadline else "",
            "address": visit.origin + visit.url("start"),
            "code": visit.url("code"),
        }

    return visit.kept_page("resident/notice.html", (version.hash, visit.origin), context)


def code(visit: Visit) -> Answer:
    """The notice's code, a picture of lines: sharp at any size."""
    way.version(visit)
    return Answer(picture(visit.origin + visit.url("start") + LISTEN), media_type="image/svg+xml")


def listening(visit: Visit) -> bool:
    """Whether somebody came by a notice's code; from then on pages come with the bar open, until it is closed."""
    came = visit.request.query_params.get("listen") == "1"
    if came and not visit.preferences.aloud:
        visit.prefer("aloud:on")
    return came
