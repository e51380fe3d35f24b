"""Brings about each refusal: asks the server for it and shows its answer at the address it came from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from httpx2 import Response
from playwright.sync_api import Page

from a11y.elsewhen import answered
from a11y.pages import Named

UNPACKED = {"content-encoding", "content-length", "transfer-encoding"}
"""Headers of the body as it came over the line; what is shown again is unpacked."""


def problem(page: Page, reason: str, told: Mapping[str, Any], language: str) -> Named:
    """The page of a refusal."""
    path = told["path"].format(language=language)
    if "broken" in told:
        shown(page, path, Came.of(answered(told, path, page)))
    elif "body" in told:
        for _ in range(told.get("tries", 1)):
            back = page.request.post(path, data=told["body"] * told.get("times", 1), headers=_headers(told))
        shown(page, path, Came(back.status, back.headers, back.body()))
    else:
        page.goto(path)
    yield f"problem/{reason}", "as it opens"


class Came(NamedTuple):
    """An answer as it came."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @classmethod
    def of(cls, answer: Response) -> Came:
        """That of a portal in this process."""
        return cls(answer.status_code, answer.headers, answer.content)


def shown(page: Page, path: str, came: Came) -> None:
    """Show an answer that no link and no form of ours leads to."""
    headers = {name: value for name, value in came.headers.items() if name not in UNPACKED}
    page.route(f"**{path}", lambda route: route.fulfill(status=came.status, headers=headers, body=came.body))
    page.goto(path)
    page.unroute(f"**{path}")


def _headers(told: Mapping[str, Any]) -> dict[str, str]:
    return {"content-type": "application/x-www-form-urlencoded", **told.get("headers", {})}
