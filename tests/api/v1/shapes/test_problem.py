"""The model of a problem is true of real ones."""

from __future__ import annotations

from tests.api.given import Office
from tests.api.v1.shapes.given import true_of


def test_it_is_true_of_problems(office: Office) -> None:
    true_of("Problem", office.get("/cases").json())
    true_of("Problem", office.get("/cases/nothing", office.token()).json())
    true_of("Problem", office.get("/cases", office.token(scopes=[])).json())
