"""The voices are named as their licences ask: author, title, licence, its address, and that nothing was changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from portal.web.house import House
from tests.journeys.benefit import HOME
from tests.resident.conftest import Phone

ASKED = (
    "HTS Voice Mei",
    "MMDAgent Project Team",
    "© 2009–2013",
    "CC BY 3.0",
    'href="https://creativecommons.org/licenses/by/3.0/"',
    "変えずに使っています",
)
"""CC BY 3.0, section 4(b): author, title, URI, copyright notice; 4(a): the licence's own URI."""


@pytest.mark.parametrize("words", ASKED)
def test_the_japanese_voice_is_credited(phone: Phone, words: str) -> None:
    assert words in phone().get(f"{HOME}/voice").text


def test_a_machine_is_called_a_machine(phone: Phone) -> None:
    page = phone().get(f"{HOME}/voice").text
    after = page[page.index(">English</span>", page.index("<h2>")) :]
    assert "この声は機械の声です。eSpeak\N{NO-BREAK SPACE}NGが読みます。" in after


def test_recordings_and_browsers_voices_are_told(house: House, phone: Phone) -> None:
    house.settings = replace(house.settings, voices="ja=google,ja-simple=browser,en=espeak")
    page = phone().get(f"{HOME}/voice").text
    assert "Google" in page
    assert "HTS Voice Mei" in page, "what has no recording is spoken by our own"
    assert "スマホやパソコンの声が読みます。" in page


def test_one_finds_it_from_the_preferences_and_from_the_statement(phone: Phone) -> None:
    for path in ("preferences", "accessibility"):
        assert f'href="{HOME}/voice"' in phone().get(f"{HOME}/{path}").text
    assert "/voice" not in phone().get("/ja/accessibility").text, "without a town there is no such page"
