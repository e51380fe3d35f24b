"""The model of a reading is true of a real one."""

from __future__ import annotations

from portal.speech.flags import flag
from portal.speech.published import PublicText
from tests.api.given import HERE, Office
from tests.api.v1.shapes.given import true_of


def test_it_is_true_of_readings(office: Office, public: PublicText) -> None:
    with office.database.writing() as db:
        flag(db, HERE, public, office.now)
    answer = office.get("/readings", office.token()).json()
    assert answer["readings"]
    true_of("Readings", answer)
