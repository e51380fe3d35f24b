"""Files of builds that were replaced stay as long as a draft begun in their time."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from portal.web.assets import Assets
from portal.web.worker.shelf import KEPT, Shelf


@pytest.fixture
def static(tmp_path: Path) -> Path:
    folder = tmp_path / "static"
    folder.mkdir()
    (folder / "tokens.css").write_text(":root{--a:1}")
    return folder


def started(static: Path, shelf: Path, now: datetime) -> Assets:
    """The files as they are served by a server that starts now."""
    kept = Shelf(shelf)
    assets = Assets(static, kept)
    kept.sweep(assets.paths, now)
    return assets


def status(assets: Assets, path: str) -> int:
    """How a file is answered."""
    browser = TestClient(Starlette(routes=[Route("/static/{name:path}", assets)]))
    return int(browser.get(path).status_code)


def test_an_older_build_is_still_served_until_its_drafts_have_ended(
    static: Path, tmp_path: Path, now: datetime
) -> None:
    shelf = tmp_path / "shelf"
    before = started(static, shelf, now).path("site.css")
    (static / "tokens.css").write_text(":root{--a:2}")
    replaced = now + timedelta(days=100)  # it was in use all the time
    served = started(static, shelf, replaced)
    assert served.path("site.css") != before
    assert status(served, before) == 200
    assert status(started(static, shelf, replaced + KEPT - timedelta(hours=1)), before) == 200
    later = started(static, shelf, replaced + KEPT + timedelta(hours=1))
    assert status(later, before) == 404
    assert status(later, later.path("site.css")) == 200


def test_what_was_taken_back_into_use_is_not_forgotten(static: Path, tmp_path: Path, now: datetime) -> None:
    shelf = tmp_path / "shelf"
    first = started(static, shelf, now).path("site.css")
    (static / "tokens.css").write_text(":root{--a:2}")
    started(static, shelf, now)
    (static / "tokens.css").write_text(":root{--a:1}")
    started(static, shelf, now)
    (static / "tokens.css").write_text(":root{--a:2}")
    assert status(started(static, shelf, now + 2 * KEPT), first) == 200


def test_nothing_but_what_was_put_there_is_served(static: Path, tmp_path: Path, now: datetime) -> None:
    (tmp_path / "secret.0123456789ab.css").write_text("no")
    assets = started(static, tmp_path / "shelf", now)
    for path in ("/static/../secret.0123456789ab.css", "/static/%2e%2e/secret.0123456789ab.css", "/static/x.css"):
        assert status(assets, path) == 404
