"""Static files: joined, named by their content, immutable, compressed ahead."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import brotli
import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from portal.web.assets import APART, STATIC, Assets


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "components").mkdir()
    (tmp_path / "tokens.css").write_text(":root{--a:1}")
    (tmp_path / "components" / "b.css").write_text("b{}")
    (tmp_path / "components" / "a.js").write_text("const x = 1;")
    (tmp_path / "components" / "b.js").write_text("const x = 2;")
    (tmp_path / "listen").mkdir()
    (tmp_path / "listen" / "ear.js").write_text('import { mouth } from "./mouth.js";\n\nexport const ear = mouth;\n')
    (tmp_path / "listen" / "mouth.js").write_text("export const mouth = 1;\n")
    (tmp_path / "listen" / "trial.opus").write_bytes(b"OggS")
    (tmp_path / "dot.png").write_bytes(b"\x89PNG")
    return tmp_path


def client(assets: Assets) -> TestClient:
    """A browser that does not decompress."""
    return TestClient(Starlette(routes=[Route("/static/{name:path}", assets, methods=["GET"])]))


def test_a_name_changes_with_its_content(folder: Path) -> None:
    before = Assets(folder).path("site.css")
    (folder / "tokens.css").write_text(":root{--a:2}")
    assert Assets(folder).path("site.css") != before


def test_each_script_keeps_its_names_to_itself(folder: Path) -> None:
    assets = Assets(folder)
    script = client(assets).get(assets.path("site.js")).text
    assert script.split() == ["{", "const", "x", "=", "1;", "}", "{", "const", "x", "=", "2;", "}"]


def test_modules_that_import_each_other_become_one(folder: Path) -> None:
    assets = Assets(folder)
    script = client(assets).get(assets.path("listen.js")).text
    assert script.strip().splitlines()[0] == "export const ear = mouth;"
    assert "export const mouth = 1;" in script
    assert "import" not in script
    assert "ear" not in client(assets).get(assets.path("site.js")).text


@pytest.mark.parametrize("room", APART)
def test_joined_modules_do_not_share_a_name(room: str) -> None:
    named = re.compile(r"^(?:export )?(?:async )?(?:const|let|function|class) (?:\[|\{)?(\w+)(.*)", re.MULTILINE)
    more = re.compile(r"(?:,|^)\s*(\w+) = ")
    counted = Counter[str]()
    for path in STATIC.glob(f"{room}/*.js"):
        for name, rest in named.findall(path.read_text()):
            counted.update([name, *more.findall(rest.partition("=> ")[0])])
    assert counted
    assert not [name for name, times in counted.items() if times > 1]


def test_sound_is_called_what_every_browser_knows(folder: Path) -> None:
    assets = Assets(folder)
    assert client(assets).get(assets.path("listen/trial.opus")).headers["content-type"] == "audio/ogg"


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
