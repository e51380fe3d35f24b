"""Slips in the domains many people have."""

from __future__ import annotations

import pytest

from portal.answers.mail_domain import KNOWN, likely

SLIPS = {
    "gmail.con": "gmail.com",
    "gmail.co": "gmail.com",
    "gmail.jp": "gmail.com",
    "gmai.com": "gmail.com",
    "gnail.com": "gmail.com",
    "gmial.com": "gmail.com",
    "docomo.ne.jo": "docomo.ne.jp",
    "docomo.co.jp": "docomo.ne.jp",
    "docmo.ne.jp": "docomo.ne.jp",
    "ezwed.ne.jp": "ezweb.ne.jp",
    "yahoo.co.jpp": "yahoo.co.jp",
    "yahooo.co.jp": "yahoo.co.jp",
    "iclound.com": "icloud.com",
    "company.co.jo": "company.co.jp",
    "company.cmo": "company.com",
}
FINE = ["example.jp", "mail.com", "ymail.com", "city.example.lg.jp", "company.co", "au.com", "bu.com", "gmo.jp"]
FINE += ["docomo.foo.bar.jp"]


@pytest.mark.parametrize(("typed", "meant"), SLIPS.items())
def test_what_was_meant(typed: str, meant: str) -> None:
    assert likely(typed) == meant


@pytest.mark.parametrize("domain", [*FINE, *sorted(KNOWN)])
def test_what_may_be_meant_as_it_is(domain: str) -> None:
    assert likely(domain) is None
