"""One message: it is right, or somebody would put it otherwise."""

from __future__ import annotations

import pytest

from portal.accounts.staff import trail
from portal.language.translating.said import of_message
from tests.desk.given import DESK, HERE, TownHall
from tests.desk.translations.given import VI, message, reader

TOLD = "次へ"


def at(source: str = TOLD) -> str:
    """The address of a message."""
    return f"{VI}/{message(source).id}"


def test_shows_all_there_is_to_know(hall: TownHall) -> None:
    page = reader(hall).get(at("「{holder}」と書きました。通帳と同じか、見てください。")).text
    assert '<p class="read-out" lang="vi"><span>Đã viết “{holder}”' in page
    assert "機械の訳です。" in page
    assert '<span lang="ja">通帳</span>' in page
    assert "英語の訳" in page
    assert "まだ読んでいない" in page


def test_right_is_kept_and_leads_to_the_next(hall: TownHall) -> None:
    browser = reader(hall)
    answer = browser.post(at(), data={"do": "right", "revision": "0"})
    assert answer.status_code == 303
    assert answer.headers["location"].startswith(VI)
    assert answer.headers["location"] != at()
    page = browser.get(at()).text
    assert "この訳でよい（グエン アン）" in page
    with hall.database.reading() as db:
        kinds = [entry.kind for entry in trail.newest(db, HERE, frozenset({"*"}))]
        assert kinds[0] == "wording read"


def test_another_wording_is_kept(hall: TownHall) -> None:
    browser = reader(hall)
    answer = browser.post(at(), data={"do": "propose", "revision": "0", "wording-0": " Đi tiếp \r\n"})
    assert answer.status_code == 303
    with hall.database.reading() as db:
        word = of_message(db, HERE, "vi", message(TOLD).id)
    assert word
    assert word.proposed == ("Đi tiếp",)
    assert "Đi tiếp" in browser.get(at()).text


@pytest.mark.parametrize(
    ("source", "wording", "told"),
    [
        (TOLD, "", "新しい言い方を書いてください。"),
        (TOLD, "<b>Tiếp</b>", "＜＞＆の記号"),
        ("「{holder}」と書きました。通帳と同じか、見てください。", "Đã viết.", "｛｝の中は"),
        ("本人の名前", "Tên", "役所の言葉"),
    ],
)
def test_a_mistake_is_told_and_nothing_is_lost(hall: TownHall, source: str, wording: str, told: str) -> None:
    answer = reader(hall).post(at(source), data={"do": "propose", "revision": "0", "wording-0": wording})
    assert answer.status_code == 422
    assert told in answer.text
    assert wording.replace("<", "&lt;").replace(">", "&gt;") in answer.text
    with hall.database.reading() as db:
        assert of_message(db, HERE, "vi", message(source).id) is None


def test_what_is_the_same_is_no_proposal(hall: TownHall) -> None:
    form = {"do": "propose", "revision": "0", "wording-0": message(TOLD).translation[0]}
    assert "いまの訳と同じです" in reader(hall).post(at(), data=form).text


def test_who_comes_second_sees_what_the_first_said_and_keeps_what_they_wrote(hall: TownHall) -> None:
    first, second = reader(hall), reader(hall, "チャン ビン")
    first.post(at(), data={"do": "right", "revision": "0"})
    answer = second.post(at(), data={"do": "propose", "revision": "0", "wording-0": "Đi tiếp"})
    assert answer.status_code == 422
    assert "ほかの人が、先に読みました" in answer.text
    assert "この訳でよい（グエン アン）" in answer.text
    assert "Đi tiếp" in answer.text
    assert second.post(at(), data={"do": "propose", "revision": "1", "wording-0": "Đi tiếp"}).status_code == 303


@pytest.mark.parametrize("path", [f"{VI}/x", f"{DESK}/translations/ja/{'0' * 16}"])
def test_there_is_no_page_of_nothing(hall: TownHall, path: str) -> None:
    browser = reader(hall)
    assert browser.get(path).status_code == 404
    assert browser.post(path, data={"do": "right"}).status_code == 404
