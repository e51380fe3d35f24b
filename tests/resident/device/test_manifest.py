"""What a telephone is told that puts the portal on its first screen."""

from __future__ import annotations

import re
from typing import Any

import pytest

from portal.preferences import CONTRAST, COOKIE
from portal.resident.device.manifest import COLOURS
from portal.web.assets import STATIC
from portal.web.house import House
from tests.journeys.benefit import HOME
from tests.resident.conftest import Phone

LINK = re.compile(r'<link rel="manifest" href="([^"]+)"')
FRAME = re.compile(r'<meta name="theme-color" content="([^"]+)"')


def manifest(phone: Phone, home: str = HOME, contrast: str = "") -> dict[str, Any]:
    """The manifest a town's first page leads to."""
    visitor = phone(Cookie=f"{COOKIE}=100.{contrast}..") if contrast else phone()
    found = LINK.search(visitor.get(f"{home}/").text)
    assert found
    told = visitor.get(found[1])
    assert told.headers["content-type"] == "application/manifest+json"
    assert told.headers["cache-control"].startswith("public")
    assert "set-cookie" not in told.headers
    read: dict[str, Any] = told.json()
    return read


def wash(contrast: str) -> list[str]:
    """The colours of paper and header in the style sheet, as it is before any wish of the browser."""
    rule = ":root" if contrast == "standard" else rf'\[data-contrast="{contrast}"\]'
    found = re.search(rf"^{rule} \{{(.*?)\}}", (STATIC / "tokens.css").read_text(), re.MULTILINE | re.DOTALL)
    assert found
    told = {"paper": "#fff"} | dict(re.findall(r"--(paper|wash): (#\w+)", found[1]))
    return [told["paper"], told["wash"]]


def test_a_town_has_its_name_and_language(phone: Phone) -> None:
    told = manifest(phone)
    assert (told["name"], told["lang"]) == ("かすみがはま市の手続き", "ja")
    assert told["start_url"] == f"{HOME}/"
    english = manifest(phone, "/en/kasumigahama")
    assert (english["lang"], english["start_url"]) == ("en", "/en/kasumigahama/")
    assert english["name"] != told["name"]
    assert english["id"] == told["id"]  # one app a town
    assert manifest(phone, "/ja/hoshino")["id"] != told["id"]


def test_every_icon_and_shortcut_is_there(phone: Phone, house: House) -> None:
    told, visitor = manifest(phone), phone()
    for icon in told["icons"]:
        assert visitor.get(icon["src"]).headers["content-type"] == icon["type"]
    assert [one["url"] for one in told["shortcuts"]] == [f"{HOME}/{id}/" for id in house.towns["kasumigahama"].services]
    for one in told["shortcuts"]:
        assert one["name"] in visitor.get(one["url"]).text


def test_what_is_done_at_the_counter_is_no_shortcut(phone: Phone) -> None:
    assert not [one for one in manifest(phone, "/ja/hoshino")["shortcuts"] if "inkan" in one["url"]]


@pytest.mark.parametrize("contrast", CONTRAST)
def test_the_frame_has_the_colours_chosen(phone: Phone, contrast: str) -> None:
    told = manifest(phone, contrast=contrast)
    assert [told["background_color"], told["theme_color"]] == list(COLOURS[contrast]) == wash(contrast)
    page = phone(Cookie=f"{COOKIE}=100.{contrast}..").get(f"{HOME}/").text
    assert FRAME.search(page)[1] == wash(contrast)[1]  # type: ignore[index]


def test_an_unknown_choice_of_colours_is_the_first(phone: Phone) -> None:
    assert phone().get(f"{HOME}/app.webmanifest?contrast=pink").json()["theme_color"] == COLOURS["standard"][1]
