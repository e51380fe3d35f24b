"""Guards: forms from our own pages only, and every answer with its headers."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from portal.web.guards import Guards


def page(_request: Request) -> PlainTextResponse:
    """Any page."""
    return PlainTextResponse("in")


async def refuse(scope: Scope, receive: Receive, send: Send) -> None:
    """The page for strangers."""
    await PlainTextResponse("out", 403)(scope, receive, send)


def client(address: str = "") -> TestClient:
    """A browser before the guards."""
    app = Starlette(routes=[Route("/{path:path}", page, methods=["GET", "POST"])])
    return TestClient(Guards(app, refuse, address), base_url="http://portal.test")


FROM: dict[str, tuple[dict[str, str], int]] = {
    "our own page": ({"Sec-Fetch-Site": "same-origin"}, 200),
    "another site": ({"Sec-Fetch-Site": "cross-site"}, 403),
    "a sister site": ({"Sec-Fetch-Site": "same-site"}, 403),
    "the address bar": ({"Sec-Fetch-Site": "none"}, 403),
    "an old browser, our page": ({"Origin": "http://portal.test"}, 200),
    "an old browser, another site": ({"Origin": "http://evil.test"}, 403),
    "an old browser, a sandboxed page": ({"Origin": "null"}, 403),
    "no browser": ({}, 200),
    "a lie about the origin": ({"Sec-Fetch-Site": "cross-site", "Origin": "http://portal.test"}, 403),
}


@pytest.mark.parametrize(("headers", "status"), FROM.values(), ids=FROM.keys())
def test_where_a_form_may_come_from(headers: dict[str, str], status: int) -> None:
    assert client().post("/ja/x", headers=headers).status_code == status


def test_looking_is_free_and_the_api_has_its_own_locks() -> None:
    foreign = {"Sec-Fetch-Site": "cross-site"}
    assert client().get("/ja/x", headers=foreign).status_code == 200
    assert client().post("/api/v1/x", headers=foreign).status_code == 200


PUBLIC = "https://portal.city.example.jp"
SPELLED: dict[str, tuple[str, str, str, int]] = {
    "behind a proxy": (PUBLIC, "10.0.0.5:8000", PUBLIC, 200),
    "with its own port and large letters": ("https://Portal.City.example.jp:443", "inside", PUBLIC, 200),
    "on another port": (PUBLIC, "inside", f"{PUBLIC}:8443", 403),
    "without the lock": (PUBLIC, "portal.city.example.jp", "http://portal.city.example.jp", 403),
    "a host with the usual port": ("", "portal.test:80", "http://portal.test", 200),
    "an IPv6 host": ("", "[::1]:8123", "http://[::1]:8123", 200),
    "an IPv6 host that ends like a port": ("", "[fe80::80]", "http://[fe80::80]", 200),
    "another IPv6 host": ("", "[::1]", "http://[::2]", 403),
    "a longer name": ("", "portal.test", "http://portal.test.evil.example", 403),
    "a name before an at sign": ("", "portal.test", "http://portal.test@evil.example", 403),
    "no host at all": ("", "", "http://", 403),
    "a scheme of its own": ("", "portal.test", "app://portal.test", 403),
    "no address": ("", "portal.test", "http://[", 403),
}


@pytest.mark.parametrize(("address", "host", "origin", "status"), SPELLED.values(), ids=SPELLED.keys())
def test_how_an_origin_may_be_spelled(address: str, host: str, origin: str, status: int) -> None:
    headers = {"Origin": origin, "Host": host}
    assert client(address).post("/x", headers=headers).status_code == status


def test_every_answer_carries_the_headers() -> None:
    for answer in (client().get("/x"), client().post("/x", headers={"Origin": "null"})):
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "media-src 'self' blob:;" in policy, "sounds are fetched ahead"
        assert policy.count("blob:") == 1
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"
    fetched = client().get("/x", headers={"X-Swap": "1"}).headers
    assert fetched["x-content-type-options"] == "nosniff"
    assert fetched["cross-origin-resource-policy"] == "same-origin"
    assert fetched["cache-control"] == "no-store"
    assert "content-security-policy" not in fetched, "the page it is shown in has its own"
    assert "strict-transport-security" not in client().get("/x").headers
    assert "strict-transport-security" in client("https://a.example.jp").get("/x").headers
