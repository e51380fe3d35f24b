"""What goes on at a counter between two looks at the clerk's page: all is answered, a phone opens it, it is sent."""

from __future__ import annotations

import re

from starlette.testclient import TestClient

from a11y.office import KYUFUKIN, SLUG, TOWN
from portal.cases.case import opened
from portal.consent import bundle, record, wording
from portal.consent.record import Act, Subject
from portal.journey.counter import sitting as sittings
from portal.web.house import House
from tests.cases.given import sent
from tests.journeys.benefit import TYPED

COUNTER = f"/desk/{SLUG}/counter"


def begun(clerk: TestClient) -> str:
    """What a clerk has begun to write, by its id."""
    clerk.post(COUNTER, data={"do": "begin", "service": KYUFUKIN})
    found = re.search(rf'href="{COUNTER}/(\w+)"', clerk.get(COUNTER).text)
    assert found
    return found[1]


def written(_made: House, clerk: TestClient, _sitting: str) -> None:
    """Every question is answered, each answer read back."""
    for step, typed in TYPED.items():
        page = clerk.post(f"/ja/{SLUG}/{KYUFUKIN}/{step}", data={**typed, "do": "next"})
        if page.url.path.endswith("/recap"):
            clerk.post(page.url.path, data={"do": "next"})


def taken(made: House, _clerk: TestClient, sitting: str) -> None:
    """The resident opens it on a telephone of their own."""
    with made.database.writing() as db:
        sittings.take(db, TOWN, sitting)


def pressed(made: House, _clerk: TestClient, sitting: str) -> None:
    """The resident presses on the clerk's screen: it is sent."""
    now, keys = made.clock(), made.keys
    with made.database.writing() as db:
        at = sittings.by_id(db, TOWN, sitting, now)
        version = made.catalogue.version_on(TOWN, KYUFUKIN, now.date())
        assert at
        assert version
        who = {"assisted": {"by": "staff", "staff": at.staff, "device": "desk"}}
        subject = Subject(version, [], (), "山田 花子", {}, beside=who)
        act = Act("self", "hold", 100, now)
        kept = bundle.give(db, keys, TOWN, record.given(subject, wording.parts(version, "ja"), act))
        opened(db, keys, sent(key=at.draft, consent=kept, channel="counter"), now)


MEANWHILE = {"written": written, "taken": taken, "pressed": pressed}
"""By what pages.yaml calls it."""
