"""The API as it is described, tried by a machine that knows nothing else: whatever it sends, the description holds.

`make bench ONLY=api` tries harder.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.api.trying import tried

pytestmark = pytest.mark.long


def test_whatever_is_sent_the_description_holds(tmp_path: Path) -> None:
    told = tried(tmp_path, examples=2, seconds=20)
    assert told.code == 0, told.words
    assert told.requests > 300
