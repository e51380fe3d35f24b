"""Finding the resident's draft, and the way on from where they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from portal.cases import case as cases
from portal.catalogue.version import Version
from portal.journey import draft as drafts
from portal.journey.asking import Asking, asking
from portal.journey.draft import Draft
from portal.journey.path import Stop, next_stop, path, position
from portal.web.errors import Refused
from portal.web.house import Answer
from portal.web.visit import Visit

RECEIPT = timedelta(days=1)
"""How long the receipt can be opened again on the same phone."""
SHOWN = timedelta(hours=1)
"""How long a case found by its number and birth date can be gone on with."""

REMEMBERED = 8
"""Cases one phone knows as its own; a family sends a few."""


def cookie(visit: Visit) -> str:
    """The name of the cookie that holds the key of this service's draft."""
    return f"yorisoi_{visit.town.slug}_{visit.parts['service']}"


def key(visit: Visit) -> str | None:
    """The key of this service's draft, as this browser holds it: at a counter that of its sitting, and no other."""
    if not visit.at_counter:
        return visit.held(cookie(visit))
    return visit.counter.token if visit.counter and visit.counter.service == visit.parts["service"] else None


def to_desk(visit: Visit) -> Answer:
    """From a counter's browser to the clerk's page, where nothing else can be done here."""
    return Answer(status=303, to=visit.clerks_page)


def version(visit: Visit) -> Version:
    """The version in force today. Raises Refused when the town does not offer the service."""
    found = visit.house.catalogue.version_on(visit.town.code, visit.parts["service"], visit.today)
    if found is None:
        raise Refused(404)
    return found


def asked(visit: Visit, draft: Draft, stop: Stop) -> Asking:
    """A stop as its answer is read: by the words of one language, but called as its page calls it."""
    at = asking(draft, stop, visit.language)
    if visit.reads == visit.language:
        return at
    called = asking(draft, stop, visit.reads).ask
    return replace(at, ask=replace(at.ask, ask=called.ask, short=called.short))


def seen(visit: Visit, draft: Draft, at: Asking) -> Asking:
    """A stop as its page tells it, with what is beside its words."""
    return at if visit.reads == visit.language else asking(draft, at.stop, visit.reads)


def find(visit: Visit) -> Draft | None:
    """This phone's draft of the service, or None; looked up once a visit."""
    token = key(visit) if visit.draft is None else None
    if token:
        look = drafts.hold if visit.writes else drafts.find
        visit.draft = look(visit.db, visit.house.catalogue, visit.town.code, token, visit.now)
    return visit.draft


def shown(visit: Visit, case: cases.Case) -> None:
    """Let this phone go on with a case for an hour, after its number and birth date were given."""
    if not visit.at_counter:
        visit.cookie(_shown(visit), case.key, int(SHOWN.total_seconds()))


def numbered(visit: Visit) -> cases.Case | None:
    """The case of the number in the address: what this phone has sent, or was shown within the hour; else None."""
    for case in (sent(visit), _shown_here(visit)):
        if case and (case.number, case.service) == (visit.parts["number"], visit.parts["service"]):
            return case
    return None


def holds(visit: Visit, case: cases.Case) -> bool:
    """Whether this phone has sent a case, or was shown it within the hour."""
    return visit.held(_shown(visit)) == case.key or has_sent(visit, case)


def has_sent(visit: Visit, case: cases.Case) -> bool:
    """Whether this phone has sent a case, which it knows for as long as the receipt can be opened."""
    if visit.at_counter:
        return visit.counter is not None and visit.counter.draft == case.key
    token = visit.held(f"yorisoi_{visit.town.slug}_{case.service}")
    return bool(token and drafts.named(token) == case.key)


def _shown_here(visit: Visit) -> cases.Case | None:
    found = None if visit.at_counter else visit.held(_shown(visit))
    return cases.by_key(visit.db, visit.house.keys, visit.town.code, found) if found else None


def sent(visit: Visit) -> cases.Case | None:
    """The case this phone's draft became, or None; looked up once a visit."""
    token = key(visit) if visit.case is None else None
    if token:
        visit.case = cases.by_key(visit.db, visit.house.keys, visit.town.code, drafts.named(token))
    return visit.case


def theirs(visit: Visit) -> tuple[str, ...]:
    """The keys of cases this phone has sent, or was shown by number and birth date: what it may be told about."""
    held = "" if visit.at_counter else visit.held(_theirs(visit)) or ""
    return tuple(key for key in held.split(".") if key)


def remember(visit: Visit, case: cases.Case) -> None:
    """Let this phone know a case as its own, so that the same application is not sent twice by mistake."""
    if visit.at_counter:
        return
    keys = (*(key for key in theirs(visit) if key != case.key), case.key)[-REMEMBERED:]
    visit.cookie(_theirs(visit), ".".join(keys), int(drafts.KEPT_FOR.total_seconds()))


def keep_receipt(visit: Visit, draft: Draft) -> None:
    """Let this phone open the receipt of what it has just sent; at a counter the sitting does."""
    if not visit.at_counter:
        visit.cookie(cookie(visit), draft.token, int(RECEIPT.total_seconds()))


def forget(visit: Visit) -> None:
    """Let this phone know nothing of what was sent."""
    own = (cookie(visit),) if "service" in visit.parts else ()
    for name in (*own, _theirs(visit), _shown(visit)):
        if visit.held(name):
            visit.cookie(name, "", 0)


def _shown(visit: Visit) -> str:
    return f"yorisoi_{visit.town.slug}_shown"


def _theirs(visit: Visit) -> str:
    return f"yorisoi_{visit.town.slug}_sent"


def without_draft(visit: Visit) -> Answer:
    """Where to go when there is no draft: to the receipt if it was sent, else the way out in words."""
    if sent(visit):
        return visit.go("done")
    if visit.at_counter:
        return to_desk(visit)
    version(visit)
    return visit.refuse(404, "expired")


def give_key(visit: Visit, draft: Draft) -> None:
    """Let this phone hold the draft's key."""
    visit.draft = draft
    visit.cookie(cookie(visit), draft.token, int(drafts.KEPT_FOR.total_seconds()))


def on(visit: Visit, draft: Draft) -> Answer:
    """To the next question without an answer, or to the review."""
    following = next_stop(draft, path(draft))
    return visit.go("step", step=following.key) if following else visit.go("review")


def context_of(version: Version, language: str) -> dict[str, str]:
    """What a page is told of its service."""
    told = version.told(language).service
    return {"id": version.service, "title": told.title, "contact": told.contact}


def finished(visit: Visit) -> Draft | Answer:
    """This phone's draft with every question answered, or where to go before that."""
    draft = find(visit)
    if draft is None:
        return without_draft(visit)
    return on(visit, draft) if next_stop(draft, path(draft)) else draft


def back(draft: Draft, stops: list[Stop], at: Stop) -> tuple[str, dict[str, str]]:
    """The page before a stop and the parts of its address: the review once all is answered, else one stop back."""
    if next_stop(draft, stops) is None:
        return "review", {}
    n = position(stops, at)
    return ("step", {"step": stops[n - 1].key}) if n else ("start", {})
