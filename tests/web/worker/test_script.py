"""The service worker's script: at one address, asked for anew each time, small, and the same for the same build."""

from __future__ import annotations

import json
import re
from collections import Counter

from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from portal.web.assets import STATIC, Assets
from portal.web.worker.script import ADDRESS, Script

NAMED = re.compile(r"^(?:export )?(?:async )?(?:const|let|function) (?:\[|\{)?(\w+)", re.MULTILINE)


def browser() -> TestClient:
    """A browser of the files as they lie there."""
    assets = Assets()
    return TestClient(Starlette(routes=[Route(ADDRESS, Script(assets)), Route("/static/{name:path}", assets)]))


def test_it_stands_at_the_root_and_is_never_old() -> None:
    answer = browser().get(ADDRESS)
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.headers["cache-control"] == "no-cache"
    assert browser().get(ADDRESS).text == answer.text


def test_every_file_it_keeps_is_there() -> None:
    opened = browser()
    build = json.loads(opened.get(ADDRESS).text.partition("=")[2].partition(";\n")[0])
    assert build["files"]
    for path in build["files"] + build["heard"]:
        assert opened.get(path).status_code == 200


def test_its_modules_stand_in_one_script() -> None:
    text = browser().get(ADDRESS).text
    assert not re.search(r"^(?:import|export) ", text, re.MULTILINE)
    counted = Counter(name for path in STATIC.glob("worker/*.js") for name in NAMED.findall(path.read_text()))
    assert counted
    assert not [name for name, times in counted.items() if times > 1]
