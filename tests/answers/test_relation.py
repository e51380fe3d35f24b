"""Relations as people say them."""

from __future__ import annotations

import pytest

from portal.answers.relation import generation, read_relation
from tests.answers.given import options

FAMILY = options(wife="妻", child="子", other="そのほかの人")


@pytest.mark.parametrize(
    ("said", "id"),
    [("wife", "wife"), ("妻", "wife"), ("家内", "wife"), ("長女", "child"), (" 子ども ", "child"), ("姪", "other")],
)
def test_what_people_say(said: str, id: str) -> None:
    assert read_relation(said, FAMILY) == id


@pytest.mark.parametrize("said", ["", "嫁", "夫", "祖父", "山田"])
def test_what_none_of_the_choices_is(said: str) -> None:
    assert read_relation(said, FAMILY) == ""


def test_generations() -> None:
    assert [generation({"relation": id}) for id in ("grandparent", "wife", "grandchild")] == [2, 0, -2]
    assert generation({}) == 0
