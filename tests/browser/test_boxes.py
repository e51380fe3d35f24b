"""After every error page each box holds exactly what was typed, for every kind of answer, with and without our script.

What a box held before it was sent is compared with what it holds when the page comes back, sign by sign.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import cycle
from typing import Any

import pytest
import yaml
from playwright.sync_api import APIResponse, Page, expect

from portal.answers import KINDS
from portal.catalogue.load import SERVICES
from tests.browser.resident import ONWARD
from tests.journeys.benefit import HOME
from tests.photographed import photo

pytestmark = pytest.mark.long

TEXTS = {
    "spaces around": " 　x 　",
    "wide signs": "ＡＢＣ－１２３ー−―",
    "half-width kana": "ﾔﾏﾀﾞ･ｼｮｳｼﾞ",
    "a variant by selector": "葛\U000e0100城",
    "a compatibility kanji": "神\ufa19",
    "beyond the first plane": "𠮷田",
    "marks apart": "か\u3099は\u309ae\u0301",
    "a picture of several signs": "👨\u200d👩\u200d👧🏽",
    "signs of HTML": "<b>\"'&amp;</b> &#x3042;",
    "signs of an address": "a=b&c=d%20e+f",
    "from right to left": "עברית שלום",
    "two spaces": "a  b　　c",
    "braces and backslashes": "{name} {{ x }} %s \\n",
}
WHOLE = " 　" + " ".join(TEXTS.values())
LINES = "\n\n  一行め\n\n三行め、前に二つの空き\n　\n" + WHOLE + "\n"
LONG = "長" * 3000
UNREADABLE: Mapping[str, Callable[[str], Mapping[str, str]]] = {
    "text": lambda text: {"value": text + LONG},
    "long_text": lambda text: {"value": LINES + text + LONG},
    "email": lambda text: {"value": f"{text}@@"},
    "phone": lambda text: {"value": f"{text}?"},
    "amount": lambda text: {"value": f"{text}?"},
    "date": lambda text: {"era": "showa", "year": text, "month": text, "day": "あ"},
    "person_name": lambda text: {"family": text, "given": text, "family_kana": "@", "given_kana": text},
    "address": lambda text: {"postcode": "1", "town": text, "street": text, "building": text},
    "bank_account": lambda text: {
        **{"bank": text, "branch": text, "account_kind": "savings", "number": text, "holder": "@"}
    },
    "postal_account": lambda text: {"symbol": text, "number": text, "holder": "@"},
    "household": lambda text: {
        **{"family": text, "given": text, "family_kana": "@", "given_kana": text},
        **{"era": "taisho", "year": text, "month": text, "day": text, "relation": "child"},
    },
}
"""By kind: a text in every box, and one that nobody can read."""
WAYS = {
    "a carer asks for the benefit": (
        "kyufukin",
        {"filer": "proxy", "proxy-reason": "other", "lives-alone": "no"},
        {"person_name", "address", "phone", "date", "household", "bank_account", "email", "long_text"},
    ),
    "the benefit to the post bank": ("kyufukin", {"filer": "self", "account-place": "yucho"}, {"postal_account"}),
    "care": ("kaigo-nintei", {"filer": "care-manager", "insured-number": "0012345678"}, {"text"}),
    "a certificate": ("juminhyo", {"copies": "2"}, {"amount"}),
}
"""Service, what is picked, and the kinds that are met there."""
CHOSEN = {"everybody": "yes", "account-place": "bank", "identity-way": "post"}
BOXES = """() => [...document.querySelectorAll("main form :is(input, textarea)")]
  .map((box) => [box.name, box.value, box.checked])"""


class Way:
    """A way through a service: answered behind the page, except where a kind is met for the first time."""

    def __init__(self, page: Page, named: str) -> None:
        self.page = page
        self.service, self.picks, kinds = WAYS[named]
        self.kinds = set(kinds)
        newest = max(path for path in (SERVICES / self.service).glob("*.yaml") if "@" not in path.name)
        questions = yaml.safe_load(newest.read_text())["questions"]
        self.questions: dict[str, Any] = {question["id"]: question for question in questions}

    def post(self, path: str, typed: Mapping[str, str], do: str = "next") -> APIResponse:
        """The page after an answer that can be read."""
        files = {"value": {"name": "IMG_1.JPG", "mimeType": "image/jpeg", "buffer": photo()}} if "file" in typed else {}
        sent = {"multipart": {**files, "do": do}} if files else {"form": {**typed, "do": do}}
        answer = self.page.request.post(path, **sent)
        assert answer.status == 200, path
        return answer

    def stops(self) -> Iterator[tuple[str, str]]:
        """Kind and address of every question that takes text, the first of each kind."""
        here = self.post(f"{HOME}/{self.service}/", {}, "begin").url
        while not here.endswith("/review"):
            question = self.questions[here.rpartition("/")[2].partition(".")[0]]
            if question["kind"] == "household":
                person = self.post(here, {}, "add").url
                yield from self._first("household", person)
                self.post(person, {**KINDS["household"].examples[0].typed, "relation": question["options"][0]["id"]})
                here = self.post(here, {}, "done").url
                continue
            yield from self._first(question["kind"], here)
            after = self.post(here, self._typed(question))
            here = after.url if after.url != here else self.post(here, self._typed(question)).url

    def _first(self, kind: str, address: str) -> Iterator[tuple[str, str]]:
        if kind in self.kinds:
            self.kinds.remove(kind)
            yield kind, address

    def _typed(self, question: Mapping[str, Any]) -> Mapping[str, str]:
        if question["id"] in self.picks or question["id"] in CHOSEN:
            return {"value": self.picks.get(question["id"]) or CHOSEN[question["id"]]}
        if question["kind"] == "choice":
            return {"value": question["options"][0]["id"]}
        if question["kind"] == "choices":
            return {f"pick-{question['options'][0]['id']}": "on"}
        if question["kind"] == "photo":
            return {"file": ""}
        return KINDS[question["kind"]].examples[0].typed


def filled(page: Page, typed: Mapping[str, str]) -> None:
    """Type and pick, as `answer` does, without waiting for labels to be clicked one by one."""
    for part, text in typed.items():
        boxes = page.locator(f'main [name="{part}"]')
        if boxes.first.get_attribute("type") == "radio":
            page.locator(f'main [name="{part}"][value="{text}"]').check(force=True)
        else:
            boxes.fill(text)


def rounds(kind: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Everything in every box; then in each box a text of its own, next to what nobody can read."""
    always = UNREADABLE[kind]("")
    each = zip(always.items(), cycle(TEXTS.values()), strict=False)
    return UNREADABLE[kind](WHOLE), {part: wrong or text for (part, wrong), text in each}


@pytest.mark.parametrize("script", [True, False], ids=["with our script", "without script"])
@pytest.mark.parametrize("named", WAYS)
def test_every_box_holds_what_was_typed(opened: Callable[..., Page], named: str, script: bool) -> None:
    page = opened(java_script_enabled=script)
    way = Way(page, named)
    for kind, address in way.stops():
        for typed in rounds(kind):
            page.goto(address)
            filled(page, typed)
            before = page.evaluate(BOXES)
            page.locator(ONWARD).click()
            expect(page.locator("main :is(.summary, .doubt)"), f"{kind}: somebody could read it").to_be_visible()
            assert page.evaluate(BOXES) == before, kind
    assert not way.kinds, "these were not asked"


def test_every_kind_that_takes_text_is_met() -> None:
    services = {service for service, _, _ in WAYS.values()}
    newest = {max(path for path in folder.glob("*.yaml") if "@" not in path.name) for folder in SERVICES.iterdir()}
    questions = {path.parent.name: yaml.safe_load(path.read_text()).get("questions", ()) for path in newest}
    asked = {question["kind"] for its in questions.values() for question in its}
    assert services == {service for service, its in questions.items() if its}
    assert asked - {"choice", "choices", "yes_no", "photo"} == UNREADABLE.keys()
    assert set().union(*(kinds for _, _, kinds in WAYS.values())) == UNREADABLE.keys()
    assert KINDS.keys() - asked == {"corporate_number"}, "no service asks it yet"
