"""Overrides: a town's values over the service's, and nothing it may not touch."""

from __future__ import annotations

from portal.catalogue.overrides import laid_over, not_allowed

BASE = {"title": "a", "figures": {"amount": 1, "fee": 2}, "next": ["x"], "overridable": ["figures.amount", "next"]}


def test_a_towns_values_stand_in_place_of_the_services() -> None:
    merged = laid_over(BASE, {"figures": {"amount": 5}, "next": ["y"]})
    assert merged["figures"] == {"amount": 5, "fee": 2}
    assert (merged["title"], merged["next"]) == ("a", ["y"])
    assert BASE["figures"] == {"amount": 1, "fee": 2}


def test_what_it_may_not_change_is_named() -> None:
    own = {"figures": {"amount": 5, "fee": 3}, "next": ["y"], "title": "b"}
    assert [place for place, _ in not_allowed(BASE, own)] == [("figures", "fee"), ("title",)]
