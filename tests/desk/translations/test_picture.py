"""The picture of the page a message stands on: shown to who reads translations, where there is one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from portal.desk.translations.picture import FOLDER
from portal.language.translating import seen
from tests.desk.given import TownHall
from tests.desk.translations.given import VI, message, reader

SOURCE = "次へ"
PNG = b"\x89PNG\r\n\x1a\n"


def test_it_stands_on_the_page_of_its_message_where_there_is_one(hall: TownHall, tmp_path: Path) -> None:
    browser, at = reader(hall), f"{VI}/{message(SOURCE).id}"
    hall.house.settings = replace(hall.house.settings, var=tmp_path)
    assert "<img" not in browser.get(at).text
    assert browser.get(f"{at}/picture").status_code == 404
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / FOLDER / seen.places()[SOURCE].picture).write_bytes(PNG)
    assert f'<img src="{at}/picture"' in browser.get(at).text
    shown = browser.get(f"{at}/picture")
    assert (shown.content, shown.headers["content-type"]) == (PNG, "image/png")


def test_there_is_none_of_nothing(hall: TownHall) -> None:
    assert reader(hall).get(f"{VI}/{'0' * 16}/picture").status_code == 404
