"""Where an application stands once the office has worked on it, in a portal of its own: what its page tells then, and
what that of taking it back does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from playwright.sync_api import Page

from a11y.asked import typed
from a11y.pages import PAGES, Named
from a11y.problem import Came, shown
from a11y.sent import Sent, sent
from portal.cases.course import change, messages
from portal.cases.course.messages import Message
from tests.desk.counter.given import DESK, Clerk

BEGUN = "begun by the office"
READY = "住民票ができました。\n窓口に、取りに来てください。この手紙と、顔の写真がある証明書を持ってきてください。"


def settled(page: Page, _name: str, told: Mapping[str, Any], language: str) -> Named:
    """Late to arrive; begun by the office, so that nothing can be taken back; and decided, with a letter."""
    journey, path = PAGES["journeys"][PAGES["shortest"]], told["path"].format(language=language)
    cookies = {one["name"]: one["value"] for one in page.context.cookies()}
    with sent(journey["service"], journey["picks"], language, cookies) as ours:
        for state in _became(ours):
            slip = {"number": ours.number, **typed(journey, "birth-date")}
            shown(page, path, Came.of(ours.phone.post(path, data=slip)))
            yield told["page"], state
            if state == BEGUN:
                back = path.replace(told["page"], f"{journey['service']}/withdraw/{ours.number}/all")
                shown(page, back, Came.of(ours.phone.get(back)))
                yield f"{journey['service']}/withdraw", BEGUN


def _became(ours: Sent) -> Iterator[str]:
    """What becomes of it, one after another."""
    house, about, sent_at = ours.house, ours.about, ours.house.clock()
    department = about.case.department
    late = sent_at + timedelta(hours=about.town.departments[department].limit)
    house.clock = lambda: late
    yield "late to arrive"
    looked = Clerk(house, **{department: "clerk"}).browser.get(f"{DESK}/cases/{about.case.id}")
    assert looked.status_code == 200, "the clerk does not come to it"
    yield BEGUN
    with house.database.writing() as db:
        for to in ("checking", "accepted"):
            about = replace(about, case=change.move(db, house.keys, about, to, late))
        messages.write(db, house.keys, about, Message("d" * 32, late, READY))
    yield "decided"
