"""A photo or PDF sent with an answer: checked, made safe, sealed under the draft's key."""

from __future__ import annotations

from portal.answers.photo import clean
from portal.journey.draft import Draft
from portal.journey.path import Stop
from portal.security.tokens import new_id
from portal.storage import files
from portal.web.visit import Visit

PARTS = ("value", "name", "size", "media_type")


def received(visit: Visit, draft: Draft, stop: Stop) -> dict[str, str]:
    """What stands for the file in the answer; without a new file the one kept before stays. Raises Problems."""
    kept = draft.answers.get(stop.key)
    before = dict(kept.typed) if kept and kept.typed.get("value") else dict.fromkeys(PARTS, "")
    upload = visit.form.upload
    if visit.form.do == "remove":
        _forget(visit, before)
        return dict.fromkeys(PARTS, "")
    if upload is None:
        return before
    picture = clean(upload.content, visit.house.settings.upload_limit)
    _forget(visit, before)
    id = new_id()
    file = files.File(id, visit.town.code, draft.id, upload.name, picture.media_type, picture.content)
    files.keep(visit.db, draft.sealer, file)
    size = str(len(picture.content))
    return {"value": id, "name": upload.name, "size": size, "media_type": picture.media_type}


def _forget(visit: Visit, typed: dict[str, str]) -> None:
    if typed["value"]:
        files.drop(visit.db, visit.town.code, typed["value"])
