"""A notice to print, for a board or a letter: its code opens the service's own page, ready to read aloud."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from portal.language.dates import shown
from portal.resident import way
from portal.web.house import Answer
from portal.web.visit import Visit

LISTEN = "?listen=1"
"""Behind a service's address: the page is to come with its bar for reading aloud open."""
CORRECTION = "q"
"""A quarter of the code may be lost to a fold, a pin or the rain (ISO/IEC 18004)."""
QUIET = 4
"""Light modules around the code, as ISO/IEC 18004 asks."""


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


def picture(address: str) -> bytes:
    """The code of an address for a telephone's camera, as SVG that can stand in a page too."""
    drawn = BytesIO()
    plain = {"xmldecl": False, "svgclass": None, "lineclass": None, "omitsize": True}
    import segno

    made = segno.make(address, error=CORRECTION, micro=False)
    made.save(drawn, kind="svg", border=QUIET, dark="#000", light="#fff", **plain)
    return drawn.getvalue()


def listening(visit: Visit) -> bool:
    """Whether somebody came by a notice's code; from then on pages come with the bar open, until it is closed."""
    came = visit.request.query_params.get("listen") == "1"
    if came and not visit.preferences.aloud:
        visit.prefer("aloud:on")
    return came
