"""Asking the person: whoever sent an application for somebody gets a link and a code for them, good for three days."""

from __future__ import annotations

from typing import Any

from portal.cases.case import Case
from portal.cases.principal import invitation as invitations
from portal.cases.principal.invitation import LINK
from portal.cases.principal.standing import WAITING
from portal.language.dates import until_shown
from portal.resident.principal import told
from portal.storage.tries import PER_NUMBER
from portal.typesetting.camera_code import picture
from portal.web.house import Answer
from portal.web.visit import Visit


def show(visit: Visit) -> Answer:
    """How it stands, and the way to a link."""
    case = told.known(visit)
    return _page(visit, case) if case else visit.go("status")


def take(visit: Visit) -> Answer:
    """A fresh link; the one before it ends. From now on this telephone is the other's, never the person's own."""
    case = told.known(visit)
    if case is None:
        return visit.go("status")
    if told.standing(visit, case).state != WAITING:
        return _page(visit, case)
    if not visit.may_try(f"asking:{case.id}", PER_NUMBER):
        return visit.refuse(429)
    end = invitations.issue(visit.db, visit.house.keys, (case.municipality, case.id), LINK, visit.now)
    told.remember_asking(visit, case)
    link = visit.url("own", token=end)
    until = until_shown(visit.now + invitations.LIVES[LINK], visit.words)
    return _page(
        visit, case, link=visit.origin + link, code=picture(visit.origin + link).decode(), handed=link, until=until
    )


def _page(visit: Visit, case: Case, **made: str) -> Answer:
    standing = told.standing(visit, case)
    context: dict[str, Any] = {**dict.fromkeys(("link", "code", "handed", "until"), ""), **made}
    return visit.page(
        "resident/ask.html",
        applicant=case.applicant,
        waiting=standing.state == WAITING,
        state=told.state(visit, standing),
        action=visit.here,
        **context,
    )
