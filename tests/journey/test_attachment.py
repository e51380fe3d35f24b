"""A photo with an answer: checked, sealed with the draft's key, in the place of the one before."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from sqlalchemy import func, select

from portal.answers.answer_type import Problems
from portal.journey import attachment
from portal.journey.attachment import NONE, opened
from portal.journey.draft import Kept
from portal.settings import Settings
from portal.storage import files
from portal.storage.database import Database, rows
from tests.journey.given import begun
from tests.serving import free_port

SETTINGS = Settings(upload_limit=100_000)


def jpeg(name: str = "a.jpg") -> bytes:
    """A small picture, another for each name."""
    content = BytesIO()
    Image.new("RGB", (64, 48), ((ord(name[0]) - 97) * 60, 0, 0)).save(content, "JPEG")
    return content.getvalue()


def test_a_photo_is_kept_and_the_next_takes_its_place(database: Database, now: datetime) -> None:
    with database.writing() as db:
        draft = begun(db, now)
        for name in ("a.jpg", "b.jpg"):
            typed = attachment.received(db, draft, "card", opened(name, jpeg(name), SETTINGS))
            draft.answers["card"] = Kept(typed)
        assert attachment.before(draft, "card") == typed
        (page,) = attachment.pages(typed)
        kept = files.read(db, draft.sealer, "990019", page["file"])
        assert kept is not None
        assert (kept.name, kept.media_type, len(kept.content)) == ("b.jpg", "image/jpeg", page["size"])
        assert attachment.shown(db, draft, "card", page["file"]) == kept
        assert attachment.shown(db, draft, "other", page["file"]) is None
        assert db.execute(select(func.count()).select_from(rows(files.FileRow))).scalar_one() == 1
        assert attachment.forget(db, draft, typed) == NONE
        assert db.execute(select(func.count()).select_from(rows(files.FileRow))).scalar_one() == 0


def test_what_is_no_picture_leaves_the_one_before(database: Database, now: datetime) -> None:
    with database.writing() as db:
        draft = begun(db, now)
        draft.answers["card"] = Kept(attachment.received(db, draft, "card", opened("a.jpg", jpeg(), SETTINGS)))
        with pytest.raises(Problems):
            attachment.received(db, draft, "card", opened("b.jpg", b"<svg onload=alert(1)>", SETTINGS))
        assert [page["name"] for page in attachment.pages(attachment.before(draft, "card"))] == ["a.jpg"]
        assert attachment.before(draft, "other") == NONE


SCANNED = {"all clear": (lambda *_: False, ""), "something harmful": (lambda *_: True, "あぶないもの")}


@pytest.mark.parametrize(("scanner", "said"), SCANNED.values(), ids=SCANNED.keys())
def test_what_the_scanner_finds_is_not_kept(monkeypatch: pytest.MonkeyPatch, scanner: Any, said: str) -> None:
    monkeypatch.setattr(attachment, "harmful", scanner)
    found = opened("a.jpg", jpeg(), replace(SETTINGS, clamav_url="tcp://127.0.0.1:1")).found
    assert (said in found.found[0].message.text) if isinstance(found, Problems) else not said


def test_without_the_scanner_that_was_asked_for_nothing_is_taken() -> None:
    found = opened("a.jpg", jpeg(), replace(SETTINGS, clamav_url=f"tcp://127.0.0.1:{free_port()}")).found
    assert isinstance(found, Problems)
    assert "少し待ってから" in found.found[0].message.text


def test_several_pages_come_one_by_one_and_go_one_by_one(database: Database, now: datetime) -> None:
    with database.writing() as db:
        draft = begun(db, now)
        for name in ("a.jpg", "b.jpg", "c.jpg"):
            draft.answers["card"] = Kept(attachment.received(db, draft, "card", opened(name, jpeg(name), SETTINGS), 3))
        with pytest.raises(Problems):
            attachment.received(db, draft, "card", opened("d.jpg", jpeg("d"), SETTINGS), 3)
        typed = attachment.removed(db, draft, attachment.before(draft, "card"), 2)
        assert [page["name"] for page in attachment.pages(typed)] == ["a.jpg", "c.jpg"]
        assert attachment.removed(db, draft, typed, 3) == typed
        assert db.execute(select(func.count()).select_from(rows(files.FileRow))).scalar_one() == 2
        attachment.forget(db, draft, typed)
        assert db.execute(select(func.count()).select_from(rows(files.FileRow))).scalar_one() == 0
