"""What is told outside of pages: in the resident's language alone, to staff in Japanese alone; until it is not."""

from __future__ import annotations

import pytest

from a11y import finished
from a11y.finished import Paper, amiss
from a11y.foreign import texts, untold
from a11y.sent import Sent
from a11y.unpaged import FOR_ANOTHER, SERVICE, looked
from portal.cases.course import bell
from portal.cases.letters import department
from portal.language.words import words_for
from portal.typesetting.document import compiled
from portal.web.house import House
from tests.journeys.test_services import walker
from tests.resident.conftest import Phone
from tests.resident.filling import receipt_number
from tests.typesetting.test_document import DATA


def sent(house: House, phone: Phone, language: str) -> Sent:
    """An application for somebody else, sent in a language."""
    walking = walker(house, phone, (SERVICE, language, FOR_ANOTHER))
    walking.to_review()
    return Sent(house, walking.phone, receipt_number(walking.send()))


@pytest.mark.parametrize("language", ["zh-Hant", "ne", "tl"])
def test_all_is_in_the_language_of_whoever_reads_it(house: House, phone: Phone, language: str) -> None:
    found = looked(sent(house, phone, language))
    assert not found.left
    assert found.pieces["staff"] == 12
    assert found.pieces["printed"] == 4
    assert found.pieces.total() > 40
    assert found.beside > 10, "staff see at the desk how it was asked and told"


def test_what_is_in_another_language_is_found(house: House, phone: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bell, "words_for", lambda _language: words_for("ja"))
    monkeypatch.setattr(department, "tongue", lambda _language: words_for("vi")("もどる"))
    left = looked(sent(house, phone, "vi")).left
    assert {(one.kind, one.name) for one in left if one.kind == "notes"} == {("notes", "rung")}
    assert {one.name for one in left if one.words == "Quay lại"} == {"department", "reply", "call"}


def test_what_is_printed_otherwise_than_it_was_told_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    data = DATA | {"facts": [["名前", ["山\U000f0000田"]]]}
    assert [*amiss(Paper("x", "receipt", DATA))] == []
    assert [one.partition(":")[0] for one in amiss(Paper("x", "receipt", data))] == [
        *("lost", "nobody wrote", "a sign without a letter in"),
    ]
    monkeypatch.setattr(finished, "compiled", lambda template, _data: compiled(template, DATA | {"town": "みどり町"}))
    assert [*amiss(Paper("x", "receipt", DATA))] == ["lost: かすみがはま市", "nobody wrote: みどり町"]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("vi", "この人はベトナム語で申し込みました。", []),
        ("vi", "次にすること：Quay lại", ["Quay lại"]),
        ("zh-Hant", "電話番号　03-1234-5678", []),
        ("ko", "もどる 돌아가기", ["돌아가기"]),
        ("ja-simple", "もどる", []),
    ],
)
def test_staff_are_told_nothing_but_japanese(language: str, text: str, found: list[str]) -> None:
    assert [*untold(language, text)] == found


def test_texts_know_their_language() -> None:
    html = '<p>Xin <bdi lang="ja">山田</bdi> chào</p><dl lang="ja"><dd>はい</dd></dl><img alt="Ảnh"><style>p</style>'
    assert texts(html, "vi") == [("vi", "Xin"), ("ja", "山田"), ("vi", "chào"), ("vi", "Ảnh")]
    assert ("ja", "はい") in texts(html, "vi", answers=True)
    kana = '<p><with-kana><one-line><ruby>午前<rt aria-hidden="true">ごぜん</rt></ruby></one-line>9時</with-kana></p>'
    assert texts(kana, "ja-simple") == [("ja-simple", "午前9時")]
