"""The model of a case tells all of it and nothing else."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from portal.api.v1.shapes.case import Case, Stand
from portal.cases.document import document
from portal.cases.status import MOVES
from tests.api.given import Office
from tests.api.v1.shapes.given import true_of
from tests.cases.given import HELPED


@pytest.mark.parametrize("changes", [{}, HELPED, {"answers": (), "files": (), "birth_date": None, "phone": ""}])
def test_it_is_true_of_cases(office: Office, changes: dict[str, Any]) -> None:
    case, token = office.case(**changes), office.token()
    true_of("Case", office.get(f"/cases/{case.id}", token).json())
    true_of("Cases", office.get("/cases", token).json())


def test_it_leaves_nothing_out(office: Office) -> None:
    told = document(office.case(**HELPED))
    assert Case.model_validate(told).model_dump(exclude_unset=True) == told


def test_every_stand_is_described() -> None:
    assert {*get_args(Stand)} == MOVES.keys()
