"""Static files: joined, named by their content, immutable, compressed ahead."""

from __future__ import annotations

from pathlib import Path

import brotli
import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from portal.web.assets import Assets


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "components").mkdir()
    (tmp_path / "tokens.css").write_text(":root{--a:1}")
    (tmp_path / "components" / "b.css").write_text("b{}")
    (tmp_path / "components" / "a.js").write_text("const x = 1;")
    (tmp_path / "components" / "b.js").write_text("const x = 2;")
    (tmp_path / "dot.png").write_bytes(b"\x89PNG")
    return tmp_path


def client(assets: Assets) -> TestClient:
    """A browser that does not decompress."""
    return TestClient(Starlette(routes=[Route("/static/{name:path}", assets.serve)]))


def test_a_name_changes_with_its_content(folder: Path) -> None:
    before = Assets(folder).path("site.css")
    (folder / "tokens.css").write_text(":root{--a:2}")
    assert Assets(folder).path("site.css") != before


def test_each_script_keeps_its_names_to_itself(folder: Path) -> None:
    assets = Assets(folder)
    script = client(assets).get(assets.path("site.js")).text
    assert script.split() == ["{", "const", "x", "=", "1;", "}", "{", "const", "x", "=", "2;", "}"]


def test_files_are_immutable_and_compressed_ahead(folder: Path) -> None:
    assets = Assets(folder)
    with client(assets).stream("GET", assets.path("site.css"), headers={"Accept-Encoding": "br"}) as answer:
        assert answer.headers["content-encoding"] == "br"
        assert "immutable" in answer.headers["cache-control"]
        assert brotli.decompress(b"".join(answer.iter_raw())).startswith(b":root{--a:1}")
    picture = client(assets).get(assets.path("dot.png"))
    assert "content-encoding" not in picture.headers
    assert picture.headers["content-type"] == "image/png"


def test_nothing_else_is_served(folder: Path) -> None:
    for path in ("/static/site.css", "/static/../tokens.css", "/static/%2e%2e/tokens.css", "/static/"):
        assert client(Assets(folder)).get(path).status_code == 404
    with pytest.raises(KeyError):
        Assets(folder).path("nothing.css")
