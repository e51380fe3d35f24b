"""A mistyped town or department is answered with those there are."""

from __future__ import annotations

from argparse import ArgumentParser

import pytest

from portal.cli.delivery.place import add_place, place_of
from tests.cases.given import KASUMIGAHAMA


def place(*words: str) -> tuple[object, str]:
    parser = ArgumentParser()
    add_place(parser)
    return place_of({"kasumigahama": KASUMIGAHAMA}, parser.parse_args(words))


def test_a_department_of_a_town() -> None:
    assert place("kasumigahama", "welfare") == (KASUMIGAHAMA, "welfare")


@pytest.mark.parametrize(
    ("words", "told"),
    [(("kasumi", "welfare"), "there are kasumigahama"), (("kasumigahama", "wellfare"), "it has welfare, residents")],
)
def test_any_other_is_told_the_names(words: tuple[str, str], told: str) -> None:
    with pytest.raises(SystemExit, match=told):
        place(*words)
