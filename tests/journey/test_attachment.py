"""A photo with an answer: checked, sealed with the draft's key, in the place of the one before."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

import pytest
from PIL import Image
from sqlalchemy import func, select

from portal.answers.answer_type import Problems
from portal.journey import attachment
from portal.journey.attachment import NONE, opened
from portal.journey.draft import Kept
from portal.storage import files
from portal.storage.database import Database, rows
from tests.journey.given import begun


def jpeg() -> bytes:
    """A small picture."""
    content = BytesIO()
    Image.new("RGB", (64, 48)).save(content, "JPEG")
    return content.getvalue()


def test_a_photo_is_kept_and_the_next_takes_its_place(database: Database, now: datetime) -> None:
    with database.writing() as db:
        draft = begun(db, now)
        for name in ("a.jpg", "b.jpg"):
            typed = attachment.received(db, draft, "card", opened(name, jpeg(), 100_000))
            draft.answers["card"] = Kept(typed)
        assert attachment.before(draft, "card") == typed
        kept = files.read(db, draft.sealer, "990019", typed["value"])
        assert kept is not None
        assert (kept.name, kept.media_type, str(len(kept.content))) == ("b.jpg", "image/jpeg", typed["size"])
        assert db.execute(select(func.count()).select_from(rows(files.FileRow))).scalar_one() == 1
        assert attachment.forget(db, draft, typed) == NONE
        assert db.execute(select(func.count()).select_from(rows(files.FileRow))).scalar_one() == 0


def test_what_is_no_picture_leaves_the_one_before(database: Database, now: datetime) -> None:
    with database.writing() as db:
        draft = begun(db, now)
        draft.answers["card"] = Kept(attachment.received(db, draft, "card", opened("a.jpg", jpeg(), 100_000)))
        with pytest.raises(Problems):
            attachment.received(db, draft, "card", opened("b.jpg", b"<svg onload=alert(1)>", 100_000))
        assert attachment.before(draft, "card")["name"] == "a.jpg"
        assert attachment.before(draft, "other") == NONE
