"""Roles include what they include and reach what they reach."""

from __future__ import annotations

import pytest

from portal.accounts.staff.role import EVERYWHERE, ROLES, known, reach, within


def test_whoever_decides_also_takes_in_and_sees() -> None:
    assert ROLES["approver"] == {"approver", "clerk", "reader"}
    assert ROLES["clerk"] == {"clerk", "reader"}


@pytest.mark.parametrize("role", ["administrator", "auditor"])
def test_whoever_looks_after_the_staff_reads_no_case(role: str) -> None:
    assert ROLES[role] == {role}


def test_reaches_departments_by_a_role_that_includes_it() -> None:
    held = {"welfare": frozenset({"clerk"}), "residents": frozenset({"auditor"})}
    assert reach(held, "reader") == {"welfare"}
    assert reach(held, "approver") == frozenset()
    assert reach(held, "auditor") == {"residents"}


def test_what_is_of_no_department_is_for_who_reaches_all() -> None:
    assert within(frozenset({EVERYWHERE}), "")
    assert within(frozenset({EVERYWHERE}), "welfare")
    assert within(frozenset({"welfare"}), "welfare")
    assert not within(frozenset({"welfare"}), "residents")
    assert not within(frozenset({"welfare"}), "")
    assert not within(frozenset({""}), "")


def test_a_role_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="no role king; there are reader"):
        known({"king", "clerk"})
