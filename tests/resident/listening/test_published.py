"""The door to published sounds: whole or in part, once for every cache, and told apart from what nobody has."""

from __future__ import annotations

import pytest

from portal.web.house import House
from tests.journeys.benefit import HOME
from tests.resident.conftest import Phone
from tests.resident.listening.asked import script


@pytest.fixture
def src(phone: Phone, house: House, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a sound; the voice says ten letters whatever it is given."""
    monkeypatch.setattr(house.sounds.speaker, "warm", lambda language: None)
    monkeypatch.setattr(house.sounds.speaker, "made", lambda suffix, said, language: b"0123456789")
    client = phone()
    first: str = script(client, client.get(f"{HOME}/"))["utterances"][0]["src"]
    return first


def test_a_sound_comes_in_parts(phone: Phone, src: str) -> None:
    answer = phone().get(src, headers={"Range": "bytes=2-4"})
    assert (answer.status_code, answer.content, answer.headers["content-range"]) == (206, b"234", "bytes 2-4/10")


def test_it_is_made_once_and_kept(phone: Phone, house: House, src: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert phone().get(src).content == b"0123456789"
    monkeypatch.setattr(house.sounds.speaker, "made", lambda *_: pytest.fail("it was made again"))
    assert phone().get(src).content == b"0123456789"


def test_no_cookie_comes_with_it(phone: Phone, src: str) -> None:
    assert "set-cookie" not in phone().get(src).headers


@pytest.mark.parametrize("change", ["exe", "mp3/", "mp3%00", "json.mp3"])
def test_other_names_are_nobodys(phone: Phone, src: str, change: str) -> None:
    assert phone().get(src.removesuffix("mp3") + change).status_code == 404
