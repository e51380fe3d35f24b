"""The caller: one household is one caller, however many addresses it may choose from."""

from __future__ import annotations

import pytest
from starlette.requests import Request

from portal.settings import Settings
from portal.web.caller import caller, origin

FROM = {
    "203.0.113.7": "203.0.113.7",
    "2001:db8:1:2::1": "2001:db8:1:2::/64",
    "2001:db8:1:2:ffff:ffff:ffff:ffff": "2001:db8:1:2::/64",
    "2001:DB8:1:2::9%eth0": "2001:db8:1:2::/64",
    "2001:db8:1:3::1": "2001:db8:1:3::/64",
    "::ffff:203.0.113.7": "203.0.113.7",
    "::1": "::/64",
    "unknown": "unknown",
    "": "",
}


@pytest.mark.parametrize(("host", "told"), FROM.items())
def test_where_a_request_comes_from(host: str, told: str) -> None:
    assert caller(Request({"type": "http", "client": (host, 50_000)})) == told


def test_a_line_without_an_address_has_no_name() -> None:
    assert caller(Request({"type": "http", "client": None})) == ""


@pytest.mark.parametrize(
    ("address", "server", "there"),
    [
        ("https://town.example/", ("10.0.0.1", 8000), "https://town.example"),
        ("", ("::1", 8000), "http://[::1]:8000"),
        ("", ("127.0.0.1", 80), "http://127.0.0.1"),
        ("", None, "http://127.0.0.1:8000"),
    ],
)
def test_where_the_portal_stands(address: str, server: object, there: str) -> None:
    request = Request({"type": "http", "server": server, "headers": [(b"host", b"evil.example")]})
    assert origin(Settings(address=address), request) == there
