"""One person of the staff: roles, a link to come in by, keeping out."""

from __future__ import annotations

from portal.accounts.staff import invitation as invitations
from portal.accounts.staff import key as staff_keys
from portal.accounts.staff import linked
from portal.accounts.staff import person as people
from portal.accounts.staff import session as sessions
from portal.accounts.staff.person import LastAdministrator, Person
from portal.accounts.staff.role import ADMINISTRATOR
from portal.desk.coming_in.ceremony import place
from portal.desk.page import Page
from portal.desk.staff import roles
from portal.desk.staff.everybody import NO_ROLE, first, looked_after, state, wholly
from portal.desk.visit import DeskVisit
from portal.language.dates import hour_shown
from portal.language.words import Say, say
from portal.web.house import Answer

LAST = say("この人は、すべての課の職員を管理する、ただ一人の人です。先に、ほかの人にこの役割を渡してください。")


def show(visit: DeskVisit) -> Answer:
    """This person, as far as the administrator looks after them."""
    somebody = _found(visit)
    return _page(visit, somebody) if somebody else visit.refuse(404)


def take(visit: DeskVisit) -> Answer:
    """Change the roles, make a link, or keep this person out."""
    somebody = _found(visit)
    if somebody is None:
        return visit.refuse(404)
    try:
        return ACTS.get(visit.form.do, show_again)(visit, somebody)
    except LastAdministrator:
        return _page(visit, somebody, {first(visit): LAST})


def show_again(visit: DeskVisit, somebody: Person) -> Answer:
    """Nothing was wanted."""
    return visit.go("person", person=somebody.id)


def change(visit: DeskVisit, somebody: Person) -> Answer:
    """Give the ticked roles."""
    given = roles.read(visit, somebody.roles)
    if not given:
        return _page(visit, somebody, {first(visit): NO_ROLE})
    people.give(visit.db, visit.house.keys, somebody, given)
    visit.tell("roles", other=somebody.id)
    return visit.go("person", person=somebody.id)


def link(visit: DeskVisit, somebody: Person) -> Answer:
    """A new link, shown this once. Whoever was in before comes in by it alone: every old key and session ends."""
    if somebody.revoked or not wholly(visit, somebody):
        return visit.refuse(403, "role")
    staff_keys.forget(visit.db, somebody)
    linked.unlink(visit.db, somebody)
    sessions.end_all(visit.db, somebody, visit.now)
    token = invitations.invite(visit.db, somebody, visit.now)
    visit.tell("link", other=somebody.id)
    told = f"{place(visit).origin}{visit.url('invitation', token=token)}"
    until = hour_shown(visit.now + invitations.LASTS, visit.words)
    return _page(visit, somebody, link=(told, until))


def revoke(visit: DeskVisit, somebody: Person) -> Answer:
    """Keep this person out, at once."""
    if not wholly(visit, somebody):
        return visit.refuse(403, "role")
    if people.revoke(visit.db, visit.house.keys, somebody, visit.now):
        invitations.void(visit.db, somebody)
        staff_keys.forget(visit.db, somebody)
        linked.unlink(visit.db, somebody)
        sessions.end_all(visit.db, somebody, visit.now)
        visit.tell("revoked", other=somebody.id)
    return visit.go("person", person=somebody.id)


ACTS = {"change": change, "link": link, "revoke": revoke}


def _found(visit: DeskVisit) -> Person | None:
    somebody = people.by_id(visit.db, visit.house.keys, visit.town.code, visit.parts["person"])
    return somebody if somebody and looked_after(visit, somebody) else None


def _page(
    visit: DeskVisit, somebody: Person, amiss: dict[str, Say] | None = None, link: tuple[str, str] | None = None
) -> Answer:
    waiting = invitations.waiting(visit.db, visit.town.code, visit.now)
    return visit.page(
        "desk/person.html",
        status=422 if amiss else 200,
        name=somebody.name,
        state=visit.say(state(somebody, waiting)),
        revoked=somebody.revoked is not None,
        joined=somebody.joined is not None,
        wholly=wholly(visit, somebody),
        me=somebody.id == visit.person.id,
        link=link,
        groups=roles.groups(visit),
        typed=visit.typed or roles.ticked(somebody.roles),
        problems={part: visit.say(words) for part, words in (amiss or {}).items()},
    )


PAGE = Page(name="person", needs=ADMINISTRATOR, show=show, take=take, proven=True)
