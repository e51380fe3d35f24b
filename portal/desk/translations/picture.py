"""The picture of the page a message stands on, in Japanese, where this machine has one (`make screenshots`)."""

from __future__ import annotations

from pathlib import Path

from portal.accounts.staff.role import TRANSLATOR
from portal.desk.page import Page
from portal.desk.translations.book import book, language
from portal.desk.visit import DeskVisit
from portal.language.translating import seen
from portal.language.translating.messages import Told
from portal.web.house import Answer

FOLDER = Path("screenshots", "as-it-comes")
"""Where the pictures lie, below the folder of this portal's own data."""


def pictured(visit: DeskVisit, told: Told) -> Path | None:
    """The file of the picture a message is in, if there is one."""
    found = seen.places().get(told.source[0])
    path = visit.house.settings.var / FOLDER / found.picture if found else None
    return path if path and path.is_file() else None


def show(visit: DeskVisit) -> Answer:
    """The picture, a PNG."""
    code = language(visit)
    told = book(code).messages.get(visit.parts["message"]) if code else None
    path = pictured(visit, told) if told else None
    return Answer(path.read_bytes(), media_type="image/png") if path else visit.refuse(404)


PAGE = Page(name="message_picture", needs=TRANSLATOR, show=show, slow=True)
