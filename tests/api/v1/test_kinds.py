"""Every kind of problem says what happened and what to do, in both languages."""

from __future__ import annotations

import re

import pytest

from portal.api.v1.kinds import KINDS, Kind


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
def test_a_problem_says_what_to_do(kind: Kind) -> None:
    assert kind.detail.ja.endswith(("。", "）"))
    assert kind.detail.en.endswith(("。", ".", ")"))
    assert not re.search("[ぁ-んァ-ン一-龠]", kind.title.en + kind.detail.en)
    assert 400 <= kind.status < 600
