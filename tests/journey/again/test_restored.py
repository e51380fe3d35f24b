"""What was sent becomes a draft again: every answer as it was typed, its photos with it, and read anew."""

from __future__ import annotations

import json
from dataclasses import replace

from portal.cases.case import Answered, Case, by_number
from portal.catalogue.published import recalled
from portal.journey import attachment
from portal.journey.again.restored import restored
from portal.journey.draft import Draft, find
from portal.journey.path import next_stop, path
from portal.storage import files
from portal.storage.files import File
from portal.web.house import House
from tests.resident.conftest import Phone, house, phone
from tests.resident.filling import sent

__all__ = ["house", "phone"]
TOWN = "990019"


def case_of(house: House, number: str) -> Case:
    """The case of a receipt number."""
    with house.database.reading() as db:
        found = by_number(db, house.keys, TOWN, number)
    assert found
    return found


def again(house: House, case: Case) -> Draft:
    """Its draft, opened anew by its own key."""
    with house.database.writing() as db:
        version = recalled(db, TOWN, case.version)
        assert version
        made = restored(db, house.keys, case, version, house.clock())
        found = find(db, house.catalogue, TOWN, made.token, house.clock())
    assert found
    assert found.answers == made.answers
    return found


def test_every_answer_is_there_and_nothing_is_asked_again(phone: Phone, house: House) -> None:
    case = case_of(house, sent(phone()))
    draft = again(house, case)
    assert draft.id != case.key
    stops = path(draft)
    assert next_stop(draft, stops) is None
    assert [(stop.question.id, stop.person) for stop in stops] == [(one.id, one.person) for one in case.answers]
    assert {key: dict(kept.typed) for key, kept in draft.answers.items()} == {
        stop.key: dict(one.typed) for stop, one in zip(stops, case.answers, strict=True)
    }


def test_photos_come_along_under_the_drafts_own_key(phone: Phone, house: House) -> None:
    case, gone = case_of(house, sent(phone())), {"file": "b" * 32, "name": "gone.jpg", "amiss": []}
    theirs = File("a" * 32, TOWN, f"case:{case.key}", "1-card.jpg", "image/jpeg", b"a photo")
    page = {"file": theirs.id, "name": "card.jpg", "media_type": theirs.media_type, "size": 7, "amiss": []}
    photo = Answered("identity-photo", None, "photo", "", "", (), None, {"value": json.dumps([page, gone])})
    with house.database.writing() as db:
        files.keep(db, house.keys.town(TOWN), theirs)
    draft = again(house, replace(case, answers=(*case.answers, photo)))
    (copy,) = attachment.pages(draft.answers["identity-photo"].typed)
    with house.database.reading() as db:
        ours = files.read(db, draft.sealer, TOWN, copy["file"])
        assert files.read(db, house.keys.town(TOWN), TOWN, theirs.id) == theirs, "the case keeps its own"
    assert ours == replace(theirs, id=copy["file"], owner=draft.id, name="card.jpg")
    assert ours.id != theirs.id


def test_what_can_be_read_no_more_is_asked_again(phone: Phone, house: House) -> None:
    case = case_of(house, sent(phone()))
    changed = tuple(replace(one, typed={"value": "x"}) if one.id == "phone" else one for one in case.answers)
    draft = again(house, replace(case, answers=changed))
    stop = next_stop(draft, path(draft))
    assert stop
    assert stop.key == "phone"
