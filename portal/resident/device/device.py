"""Forgetting everything on this device, for telephones that several people use.

The browser is told to (Clear-Site-Data), each of our cookies is ended by name, and our script clears every storage it
knows before the form is sent: whichever of the three a browser lacks, the others do.
It also says where this browser is rung, and the server forgets that too.
"""

from __future__ import annotations

from dataclasses import replace

from portal.cases.course import bell
from portal.web.house import Answer
from portal.web.visit import Visit

OURS = "yorisoi_"
"""What every cookie of ours begins with."""
EVERYTHING = {"Clear-Site-Data": '"cache", "cookies", "storage"'}


def show(visit: Visit) -> Answer:
    """What is on this device, how much it keeps, and what becomes of what was sent."""
    return visit.kept_page("resident/device.html", "", lambda: {"wiped": False})


def wipe(visit: Visit) -> Answer:
    """Leave nothing; the page that says so still stands in the size and colours wished for."""
    for name in visit.request.cookies:
        if name.startswith(OURS):
            visit.cookie(name, "", 0)
    if endpoint := visit.form.typed.get("bell"):
        bell.take_down(visit.db, visit.town.code, endpoint)
    return replace(visit.page("resident/device.html", wiped=True), headers=EVERYTHING)
