"""Roles in words, and as boxes to tick: one for each role in each department that can be given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from portal.accounts.staff.person import Person
from portal.accounts.staff.role import (
    ADMINISTRATOR,
    APPROVER,
    AUDITOR,
    CLERK,
    EVERYWHERE,
    READER,
    ROLES,
    TRANSLATOR,
    Held,
    within,
)
from portal.desk.visit import DeskVisit
from portal.language.words import say

NAMES = {
    READER: say("見る人"),
    CLERK: say("受けつける人"),
    APPROVER: say("決める人"),
    ADMINISTRATOR: say("職員を管理する人"),
    AUDITOR: say("記録を調べる人"),
    TRANSLATOR: say("訳を読む人"),
}
MEANINGS = {
    READER: say("申し込みを見ます。変えることはできません。"),
    CLERK: say("申し込みを確かめ、本人に連絡します。"),
    APPROVER: say("受けつける人の仕事に加えて、結果を決めます。"),
    ADMINISTRATOR: say("職員を招き、役割を変え、使えなくします。まちの設定も変えます。申し込みは見られません。"),
    AUDITOR: say("だれが何を見たかの記録を調べます。申し込みは見られません。"),
    TRANSLATOR: say("画面の訳を読み、よいかどうかを決めます。申し込みは見られません。"),
}
ALL = say("すべての課")


class Box(NamedTuple):
    """One role in one department, as a box to tick."""

    id: str
    label: str
    hint: str


class Group(NamedTuple):
    """The boxes of one department."""

    id: str
    label: str
    boxes: tuple[Box, ...]


def department_name(visit: DeskVisit, department: str) -> str:
    """A department as people call it; one that is gone by its id."""
    if department == EVERYWHERE:
        return visit.say(ALL)
    known = visit.town.departments.get(department)
    return visit.say(known.name) if known else department


def held(visit: DeskVisit, person: Person) -> list[tuple[str, list[str]]]:
    """Departments with the roles somebody has there, in words."""
    return [(department_name(visit, one), _named(visit, roles)) for one, roles in _ordered(visit, person.roles)]


def groups(visit: DeskVisit) -> list[Group]:
    """What can be given by whoever looks after the staff: roles in the departments this person reaches."""
    departments = [one for one in (EVERYWHERE, *visit.town.departments) if may_give(visit, one)]
    return [Group(one, department_name(visit, one), tuple(_boxes(visit, one))) for one in departments]


def may_give(visit: DeskVisit, department: str) -> bool:
    """Whether roles in a department are this person's to give."""
    return EVERYWHERE in visit.reach if department == EVERYWHERE else within(visit.reach, department)


def ticked(roles: Held) -> dict[str, str]:
    """Roles as the ticked boxes of a form."""
    return {f"pick-{_id(department, role)}": "on" for department, given in roles.items() for role in given}


def read(visit: DeskVisit, before: Held) -> dict[str, frozenset[str]]:
    """The roles that were ticked; those in departments out of reach stay as they were."""
    typed: Mapping[str, str] = visit.form.typed
    given = {one: roles for one, roles in before.items() if not may_give(visit, one)}
    for group in groups(visit):
        if roles := frozenset(role for role in ROLES if typed.get(f"pick-{_id(group.id, role)}")):
            given[group.id] = roles
    return given


def _boxes(visit: DeskVisit, department: str) -> Iterator[Box]:
    for role in ROLES:
        yield Box(_id(department, role), visit.say(NAMES[role]), visit.say(MEANINGS[role]))


def _id(department: str, role: str) -> str:
    return f"{'all' if department == EVERYWHERE else f'of-{department}'}-{role}"


def _named(visit: DeskVisit, roles: frozenset[str]) -> list[str]:
    return [visit.say(NAMES[role]) for role in ROLES if role in roles]


def _ordered(visit: DeskVisit, roles: Held) -> list[tuple[str, frozenset[str]]]:
    order = [EVERYWHERE, *visit.town.departments]
    return sorted(roles.items(), key=lambda one: order.index(one[0]) if one[0] in order else len(order))
