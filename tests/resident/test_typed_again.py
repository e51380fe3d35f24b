"""After each error every box holds exactly what was typed, to the last sign, and so it does after a reload."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from tests.journeys.benefit import SERVICE, TYPED
from tests.resident.conftest import Phone
from tests.resident.filling import answered, begun

WAY = ("filer", "applicant-name", "birth-date", "address", "phone", "account-place")
UGLY = {
    "spaces around": " 　x ",
    "wide signs": "Ａ－１ー２―３",
    "half-width kana": "ﾔﾏﾀﾞ･ｼｮｳｼﾞ",
    "a variant by selector": "葛\U000e0100城",
    "a compatibility kanji": "神\ufa19",
    "marks apart": "か\u3099ー",
    "signs of HTML": "<b>\"'&amp;</b>",
    "from right to left": "עברית שלום",
    "a picture of several signs": "👨\u200d👩\u200d👧",
    "two spaces": "a  b　　c",
    "a very long text": "長" * 3000,
    "braces": "{name} {} %s",
}
UNREADABLE = {
    "applicant-name": ("family", "given", "family_kana", "given_kana"),
    "birth-date": ("year", "month", "day"),
    "address": ("postcode", "street"),
    "phone": ("value",),
    "bank-account": ("bank", "branch", "number", "holder"),
}
ALWAYS_WRONG = {
    "applicant-name": {"family_kana": "@"},
    "birth-date": {"day": "あ"},
    "address": {"postcode": "1"},
    "phone": {},
    "bank-account": {"holder": "@"},
}


class Boxes(HTMLParser):
    """The text boxes of a page and what stands in them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "input" and told.get("type", "text") in {"text", "tel", "email"}:
            self.found[str(told["name"])] = told.get("value") or ""


def boxes(page: str) -> dict[str, str]:
    """What stands in the boxes of a page."""
    reader = Boxes()
    reader.feed(page)
    return reader.found


@pytest.mark.parametrize("step", UNREADABLE)
def test_every_box_holds_what_was_typed(phone: Phone, step: str) -> None:
    resident = phone()
    begun(resident)
    for before in WAY:
        if before == step:
            break
        answered(resident, before, TYPED[before])
    for named, text in UGLY.items():
        typed = dict.fromkeys(UNREADABLE[step], text) | ALWAYS_WRONG[step]
        page = answered(resident, step, typed)
        assert page.status_code == 422, named
        for shown in (page.text, resident.get(f"{SERVICE}/{step}").text):
            assert {part: boxes(shown)[part] for part in typed} == typed, named
