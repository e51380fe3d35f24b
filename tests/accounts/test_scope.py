"""Every scope says what it lets a system do."""

from __future__ import annotations

import re

from portal.accounts import scope
from portal.accounts.scope import SCOPES, known


def test_every_scope_is_told_in_both_languages() -> None:
    named = {value for name, value in vars(scope).items() if name.isupper() and isinstance(value, str)}
    assert named == SCOPES.keys()
    assert all(re.search("[ぁ-ん]", ja) and en.isascii() for ja, en in SCOPES.values())


def test_what_is_known_is_a_set() -> None:
    assert known(["cases:read", "cases:read"]) == {"cases:read"}
