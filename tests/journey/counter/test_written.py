"""What a record says of the staff, and what it does not."""

from __future__ import annotations

from datetime import datetime

from portal.journey import draft as drafts
from portal.journey.counter.written import told
from portal.journey.draft import Helped
from portal.storage.database import Database
from tests.journey.given import CATALOGUE, begun

TOWN = "990019"


def test_who_wrote_along_is_kept_with_the_draft_and_told(database: Database, now: datetime) -> None:
    with database.writing() as db:
        draft = begun(db, now)
        assert told(draft, at_desk=False) == {}
        draft.helped = Helped("0192" * 8, "welfare")
        drafts.save(db, draft, now)
        again = drafts.find(db, CATALOGUE, TOWN, draft.token, now)
    assert again
    assert again.answers == {}
    who = {"by": "staff", "role": "clerk", "staff": "0192" * 8, "department": "welfare"}
    assert told(again, at_desk=True) == {"assisted": {**who, "device": "desk"}}
    assert told(again, at_desk=False) == {"assisted": {**who, "device": "own"}}
