"""Ending a mandate: as easy as giving it, from the page that shows where the application stands."""

from __future__ import annotations

from portal.cases.principal import giving
from portal.cases.principal.giving import TakingBack
from portal.cases.principal.word import YES
from portal.consent.record import Act
from portal.language.dates import shown
from portal.resident.principal import told
from portal.web.house import Answer
from portal.web.visit import Visit


def show(visit: Visit) -> Answer:
    """What ending it means, or that it has ended."""
    case = told.known(visit)
    if case is None:
        return visit.go("status")
    standing = told.standing(visit, case)
    word = standing.word
    return visit.page(
        "resident/revoke.html",
        holds=standing.state == YES,
        state=told.state(visit, standing),
        helper=case.helper.name if case.helper else "",
        until=shown(giving.last_day(word), visit.words) if word and word.until else "",
        action=visit.here,
    )


def take(visit: Visit) -> Answer:
    """End it; pressed twice it has ended once."""
    case = told.known(visit)
    if case is None:
        return visit.go("status")
    standing = told.standing(visit, case)
    if visit.form.do == "revoke" and standing.state == YES and standing.word:
        chosen = visit.preferences
        act = Act("self", "button", chosen.text, visit.now, chosen.aloud, chosen.also_in(visit.language))
        by = TakingBack(case, visit.town, standing.word, act, visit.language, visit.origin)
        giving.take_back(visit.db, visit.house.keys, by)
    return visit.go("revoke", number=case.number)
