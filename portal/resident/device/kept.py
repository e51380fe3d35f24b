"""What a telephone keeps of a service for where there is no network: its published pages, and what is said of them.

Made for nobody: without a cookie, in the size and colours the address asks for. What is somebody's own is never in it.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from starlette.requests import Request

from portal.preferences import from_cookie
from portal.resident import way
from portal.resident.listening import whole
from portal.resident.listening.listen import told_of
from portal.speech.script import NOTHING
from portal.web.house import Answer
from portal.web.visit import Page, Visit

PAGES = ("start", "offline", "home")
"""Those heard first come first."""


def show(visit: Visit) -> Answer:
    """`stamp` is another one whenever anything in it is; `comfort` and `heard` in the address say how it is wanted."""
    version = way.version(visit)
    heard = visit.request.query_params.get("heard") == "yes"
    pages = [_page(visit, name, {"service": version.service} if name == "start" else {}) for name in PAGES]
    told = [page | (_heard(visit, page["html"]) if heard else {}) for page in pages]
    stamp = sha256("".join(page["html"] for page in pages).encode()).hexdigest()[:16]
    body = json.dumps({"stamp": stamp, "pages": told}, ensure_ascii=False, separators=(",", ":"))
    return Answer(body.encode(), media_type="application/json")


def _page(visit: Visit, name: str, parts: dict[str, str]) -> dict[str, str]:
    """A page as anybody sees it: its path and HTML."""
    nobody = Request({**visit.request.scope, "headers": []})
    page = Visit(visit.house, nobody, Page(name, parts))
    page.kept = True
    page.preferences = from_cookie(visit.request.query_params.get("comfort"))
    with page:
        return {"path": page.here, "html": visit.house.doors[name].show(page).body.decode()}


def _heard(visit: Visit, html: str) -> dict[str, Any]:
    return {"script": told_of(visit, whole.spoken_of(html), NOTHING) | {"next": []}}
