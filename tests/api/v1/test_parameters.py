"""What operations share is read as it is described."""

from __future__ import annotations

import re

from portal.api.v1.entrance.once import KEY as READ
from portal.api.v1.operations import OPERATIONS
from portal.api.v1.parameters import KEY, PARTS


def test_every_part_of_an_address_is_described() -> None:
    named = {part for operation in OPERATIONS for part in re.findall(r"\{(\w+)\}", operation.path)}
    assert named == PARTS.keys()


def test_a_key_as_described_is_read() -> None:
    told = re.compile(KEY.schema["pattern"])
    for key in (KEY.example, '"!"', '"~[]#"'):
        assert told.search(key)
        assert READ.fullmatch(key)
