"""An invitation: whoever has the link makes the first passkey with it, and is in."""

from __future__ import annotations

from portal.accounts.staff import invitation as invitations
from portal.accounts.staff import key as staff_keys
from portal.accounts.staff import person as people
from portal.accounts.staff.person import Person
from portal.desk.coming_in import ceremony
from portal.desk.coming_in.entry import JOINED, enter
from portal.desk.page import ANYBODY, Page
from portal.desk.staff.key_name import read_name
from portal.desk.staff.roles import held
from portal.desk.visit import DeskVisit
from portal.language.words import Say
from portal.storage.tries import PER_ADDRESS
from portal.web.house import Answer


def show(visit: DeskVisit) -> Answer:
    """Whom the link is for, and the way to make a key."""
    somebody = _invited(visit)
    return _page(visit, somebody) if somebody else visit.refuse(404, "invitation")


def take(visit: DeskVisit) -> Answer:
    """Keep the key, use the link up, and let this person in."""
    if not visit.may_try(f"invitation:{visit.client}", PER_ADDRESS):
        return visit.refuse(429)
    somebody = _invited(visit)
    if somebody is None:
        return visit.refuse(404, "invitation")
    credential = ceremony.brought(visit)
    if credential is None:
        return _page(visit, somebody, ceremony.AMISS)
    try:
        staff_keys.keep(visit.db, visit.house.keys, somebody, (credential, read_name(visit)), visit.now)
    except staff_keys.Taken:
        return _page(visit, somebody, ceremony.AMISS)
    if not invitations.use(visit.db, visit.town.code, visit.parts["token"], visit.now):
        return visit.refuse(404, "invitation")
    people.join(visit.db, somebody, visit.now)
    visit.knew(f"invitation:{visit.client}")
    return enter(visit, somebody, JOINED)


def _invited(visit: DeskVisit) -> Person | None:
    id = invitations.invited(visit.db, visit.town.code, visit.parts["token"], visit.now)
    somebody = people.by_id(visit.db, visit.house.keys, visit.town.code, id) if id else None
    return None if somebody is None or somebody.revoked else somebody


def _page(visit: DeskVisit, somebody: Person, amiss: Say | None = None) -> Answer:
    return visit.page(
        "desk/invitation.html",
        status=422 if amiss else 200,
        name=somebody.name,
        roles=held(visit, somebody),
        amiss=visit.say(amiss) if amiss else "",
        wish=ceremony.to_make(visit, somebody),
        able=ceremony.place(visit).able,
        elsewhere=ceremony.elsewhere(visit),
        typed=visit.form.typed,
    )


PAGE = Page(name="invitation", needs=ANYBODY, show=show, take=take, slow=True)
