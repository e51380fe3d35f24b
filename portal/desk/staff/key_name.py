"""What somebody calls a passkey, so that a lost one is found in the list."""

from __future__ import annotations

from portal.desk.visit import DeskVisit
from portal.language.dates import JAPAN, shown
from portal.language.words import say

LONGEST = 40
UNNAMED = say("{date}に作ったパスキー")


def read_name(visit: DeskVisit) -> str:
    """The name as typed; the day where none was."""
    name = " ".join(visit.form.typed.get("name", "").split())[:LONGEST]
    return name or visit.say(UNNAMED, date=shown(visit.now.astimezone(JAPAN).date(), visit.words))
