"""What was heard read wrongly, for the staff of the town, and of no other."""

from __future__ import annotations

from datetime import timedelta

from portal.speech.flags import flag
from portal.speech.published import PublicText
from tests.api.given import HERE, THERE, Office, kind_of


def told(office: Office, public: PublicText, town: str = HERE) -> None:
    """Somebody says so."""
    with office.database.writing() as db:
        flag(db, town, public, office.now)


def test_staff_see_sentence_and_count(office: Office, public: PublicText) -> None:
    told(office, public)
    office.now += timedelta(days=1)
    told(office, public)
    (reading,) = office.get("/readings", office.token()).json()["readings"]
    assert reading["sentence"] == public.seen
    assert reading["language"] == public.language
    assert reading["count"] == 2
    assert reading["first_at"] < reading["last_at"]
    assert reading["last_at"].endswith("+09:00")


def test_another_town_sees_nothing_of_it(office: Office, public: PublicText) -> None:
    told(office, public, THERE)
    assert office.get("/readings", office.token()).json() == {"readings": []}
    assert office.get("/readings", office.token(town=THERE)).json()["readings"]


def test_without_a_token_nobody_reads(office: Office) -> None:
    assert kind_of(office.get("/readings")) == "NoToken"
    assert kind_of(office.get("/readings", "yorisoi_990019_wrong")) == "UnknownToken"


def test_what_has_not_changed_is_not_sent_again(office: Office, public: PublicText) -> None:
    token = office.token()
    told(office, public)
    tag = office.get("/readings", token).headers["etag"]
    assert office.get("/readings", token, If_None_Match=tag).status_code == 304
    told(office, public)
    assert office.get("/readings", token, If_None_Match=tag).status_code == 200
