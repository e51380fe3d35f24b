"""Roles: what somebody may do with the cases of a department, or of all departments of a town."""

from __future__ import annotations

from collections.abc import Collection, Mapping

READER, CLERK, APPROVER, ADMINISTRATOR, AUDITOR = "reader", "clerk", "approver", "administrator", "auditor"
TRANSLATOR = "translator"
ROLES: Mapping[str, frozenset[str]] = {
    READER: frozenset({READER}),
    CLERK: frozenset({CLERK, READER}),
    APPROVER: frozenset({APPROVER, CLERK, READER}),
    ADMINISTRATOR: frozenset({ADMINISTRATOR}),
    AUDITOR: frozenset({AUDITOR}),
    TRANSLATOR: frozenset({TRANSLATOR}),
}
"""Each role and all it includes. Whoever looks after the staff, watches it or reads translations sees no case."""
EVERYWHERE = "*"
"""In the place of a department: all that a town has, or will have."""

Held = Mapping[str, frozenset[str]]
"""Roles by department."""


def known(roles: Collection[str]) -> frozenset[str]:
    """The roles as a set. Raises ValueError for one there is not."""
    if unknown := sorted(set(roles) - ROLES.keys()):
        raise ValueError(f"There is no role {', '.join(unknown)}; there are {', '.join(ROLES)}")
    return frozenset(roles)


def reach(held: Held, role: str) -> frozenset[str]:
    """The departments in which somebody has a role, by name or by one that includes it."""
    return frozenset(department for department, roles in held.items() if any(role in ROLES[one] for one in roles))


def within(reached: frozenset[str], department: str) -> bool:
    """Whether a department is among those; what is of no department ("") is for who reaches all."""
    return EVERYWHERE in reached or (department in reached and bool(department))
