"""Brings about each refusal: asks the server for it and shows its answer at the address it came from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from playwright.sync_api import APIResponse, Page

from a11y.pages import Named

UNPACKED = {"content-encoding", "content-length", "transfer-encoding"}
"""Headers of the body as it came over the line; what is shown again is unpacked."""


def problem(page: Page, reason: str, told: Mapping[str, Any], language: str) -> Named:
    """The page of a refusal. Raises AssertionError when the server refuses nothing."""
    path = told["path"].format(language=language)
    if "body" not in told:
        page.goto(path)
    for _ in range(told.get("tries", 1)) if "body" in told else ():
        came = page.request.post(path, data=told["body"] * told.get("times", 1), headers=_headers(told))
    if "body" in told:
        shown(page, path, came)
    status = page.locator("main h1")
    assert status.count() == 1, f"{reason}: {path} shows no page"
    yield f"problem/{reason}", "as it opens"


def shown(page: Page, path: str, came: APIResponse) -> None:
    """Show an answer that no link and no form of ours leads to."""
    headers = {name: value for name, value in came.headers.items() if name not in UNPACKED}
    page.route(f"**{path}", lambda route: route.fulfill(status=came.status, headers=headers, body=came.body()))
    page.goto(path)
    page.unroute(f"**{path}")


def _headers(told: Mapping[str, Any]) -> dict[str, str]:
    return {"content-type": "application/x-www-form-urlencoded", **told.get("headers", {})}
