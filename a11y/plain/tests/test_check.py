"""Each fault of the check is found by the rule it is named for, and by no other."""

from __future__ import annotations

import pytest

from a11y.check import Fault
from a11y.checks.plain_japanese import CHECK
from a11y.plain.lint import RULES, findings
from a11y.sources import sources


def test_the_house_is_plain() -> None:
    assert not findings(sources())


@pytest.mark.parametrize("fault", CHECK.faults, ids=lambda fault: fault.name)
def test_a_fault_is_found_by_its_rule(fault: Fault) -> None:
    assert {found.rule for found in findings(fault.sources)} == {fault.name.split()[0]}


def test_every_rule_has_its_fault() -> None:
    assert {fault.name.split()[0] for fault in CHECK.faults} == {*RULES, "L15"}
