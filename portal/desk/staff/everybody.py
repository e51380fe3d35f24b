"""Everybody of the staff that an administrator looks after, and inviting somebody new."""

from __future__ import annotations

from portal.accounts.staff import invitation as invitations
from portal.accounts.staff import person as people
from portal.accounts.staff.person import Person
from portal.accounts.staff.role import ADMINISTRATOR, EVERYWHERE, within
from portal.desk.page import Page
from portal.desk.staff import roles
from portal.desk.visit import DeskVisit
from portal.language.words import Say, say
from portal.web.house import Answer

LONGEST = 60
NO_NAME = say("名前を書いてください。")
NO_ROLE = say("役割を、一つ以上選んでください。")
STATES = {
    "waiting": say("招待中です。まだ入っていません。"),
    "late": say("招待の期限が過ぎました。新しいリンクを作ってください。"),
    "in": say("使っています。"),
    "revoked": say("使えなくしました。"),
}


def show(visit: DeskVisit) -> Answer:
    """The list, and the form."""
    return _page(visit, {})


def take(visit: DeskVisit) -> Answer:
    """Keep somebody new; the link is made on this person's own page."""
    name = " ".join(visit.form.typed.get("name", "").split())[:LONGEST]
    given = roles.read(visit, {})
    amiss = ({} if name else {"name": NO_NAME}) | ({} if given else {first(visit): NO_ROLE})
    if amiss:
        return _page(visit, amiss)
    somebody = people.new(visit.town.code, name, given, visit.now)
    people.add(visit.db, visit.house.keys, somebody)
    visit.tell("invited", other=somebody.id)
    return visit.go("person", person=somebody.id)


def first(visit: DeskVisit) -> str:
    """The first box, which an error leads to."""
    return f"pick-{roles.groups(visit)[0].boxes[0].id}"


def looked_after(visit: DeskVisit, person: Person) -> bool:
    """Whether a person is this administrator's: of one of the departments reached, or of none any more."""
    return EVERYWHERE in visit.reach or any(within(visit.reach, one) for one in person.roles)


def wholly(visit: DeskVisit, person: Person) -> bool:
    """Whether all roles of a person are this administrator's to give: else a new link would be a way to more."""
    return all(roles.may_give(visit, department) for department in person.roles)


def state(person: Person, waiting: frozenset[str]) -> Say:
    """How it stands with a person, in words."""
    if person.revoked:
        return STATES["revoked"]
    return STATES["in" if person.joined else "waiting" if person.id in waiting else "late"]


def _page(visit: DeskVisit, amiss: dict[str, Say]) -> Answer:
    waiting = invitations.waiting(visit.db, visit.town.code, visit.now)
    mine = [one for one in people.everybody(visit.db, visit.house.keys, visit.town.code) if looked_after(visit, one)]
    return visit.page(
        "desk/staff.html",
        status=422 if amiss else 200,
        people=[(one.name, visit.url("person", person=one.id), visit.say(state(one, waiting))) for one in mine],
        groups=roles.groups(visit),
        typed=visit.typed,
        problems={part: visit.say(words) for part, words in amiss.items()},
    )


PAGE = Page(name="staff", needs=ADMINISTRATOR, show=show, take=take, proven=True)
