"""Where a town's staff have accounts: an https address of theirs, told in the town's file."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from portal.municipalities.staff_accounts import StaffAccounts


@pytest.mark.parametrize("issuer", ["https://login.town.example.jp/realms/staff", "http://localhost:8080"])
def test_an_issuer_is_an_address(issuer: str) -> None:
    assert StaffAccounts(issuer=issuer, client="yorisoi", secret="oidc").issuer == issuer


@pytest.mark.parametrize("issuer", ["", "login", "http://login.example", "https://", "https://x.example/?a", "ftp://x"])
def test_anything_else_is_none(issuer: str) -> None:
    with pytest.raises(ValidationError):
        StaffAccounts(issuer=issuer, client="yorisoi", secret="oidc")
