"""A resident at a question, in every state of it; at the list of a household and at one person of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from playwright.sync_api import Locator, Page, expect

from a11y.pages import PAGES, SUMMARY, TOWN, Named, on, questions, to
from portal.answers import KINDS
from tests.browser.resident import PHOTO, answer
from tests.photographed import photo

AMISS = {"dark": {"light": 0.12}, "blurred": {"blur": 6}}
"""How photos are taken that can hardly be read, by the state of the page after them."""


class Asked:
    """A resident on the way through a service; `at` is the step of the page that stands there."""

    def __init__(self, page: Page, told: Mapping[str, Any], language: str) -> None:
        self.page, self.told, self.service = page, told, told["service"]
        self.address = f"/{language}/{TOWN}/{self.service}/"
        self.home = f"/{language}/{TOWN}/"
        self.brief = "as" in told
        self._shapes = set[tuple[str, bool]]()
        self.met: set[str] = set() if self.brief else told.get("met", set())
        self.asked_here: set[str] = set()

    @cached_property
    def questions(self) -> dict[str, Any]:
        """What the service asks."""
        return questions(self.service)

    @property
    def at(self) -> str:
        """The last part of the address."""
        return self.page.url.rpartition("/")[2]

    @property
    def question(self) -> dict[str, Any]:
        """The question that stands there."""
        return self.questions[self.at.partition(".")[0]]

    @property
    def doubted(self) -> bool:
        """Whether the page asks once more about something."""
        return self.page.locator("main .doubt").count() > 0

    def asked_alone(self) -> Named:
        """One question in its states, and on."""
        asked, step, name = self.question, self.at, f"{self.service}/{self.question['id']}"
        first = self._first(asked["kind"], asked.get("limits", {}))
        self.asked_here.add(name)
        if name not in self.met:
            self.met.add(name)
            yield name, "empty"
            if not self.brief:
                yield from self._amiss(name, asked, first=first)
                to(self.page, f"{self.address}{step}")
        answer(self.page, self.typed(step))
        if asked["kind"] == "photo":
            yield from self._photo(name)
        yield name, "filled"
        on(self.page)
        if self.page.locator(SUMMARY).count():
            on(self.page, self.page.locator('main [value="as-typed"]'))
        assert not self.page.locator(SUMMARY).count(), f"{name}: what is typed in pages.yaml is not taken"
        if self.doubted and self.at == step:
            yield name, "in doubt"
            on(self.page)

    def _photo(self, name: str) -> Named:
        """Where two are asked for, the first is sent and the second chosen; a chosen one is shown small when ready."""
        self.made_small()
        more = self.page.locator('main [value="more"]')
        if more.count():
            yield name, "the first chosen"
            on(self.page, more)
            yield name, "the first kept"
            answer(self.page, {"value": ""})
            self.made_small()

    def photos_kept(self, step: str) -> Named:
        """A photo is there; and where several may be sent, as many as may be."""
        name, most = f"{self.service}/{step}", self.questions[step].get("limits", {}).get("most", 1)
        to(self.page, f"{self.address}{step}")
        yield name, "a photo kept"
        for n in range(self._kept().count() + 1, most + 1):
            self._take(PHOTO["buffer"] if n == 1 else photo(f"PAGE {n}"))
            on(self.page, self.page.locator('main [value="more"]') if n < most else None)
        if most > 1:
            to(self.page, f"{self.address}{step}")
            assert self._kept().count() == most, f"{name}: {most} different photos are not kept"
            yield name, "every photo kept"

    def _kept(self) -> Locator:
        return self.page.locator("main .people img")

    def _take(self, content: bytes) -> None:
        self.page.locator('main [name="value"]').set_input_files({**PHOTO, "buffer": content})
        self.made_small()

    def made_small(self) -> None:
        """Wait until the photo just chosen is ready."""
        note = self.page.locator("main [data-ready]")
        expect(note).to_have_text(note.get_attribute("data-ready") or "")

    def _amiss(self, name: str, asked: Mapping[str, Any], *, first: bool) -> Named:
        """After the buttons inside the question, and in error; `once`: only as it is when nothing was typed."""
        once = self.told.get("once", False)
        if not once:
            yield from self._helped(name, asked["kind"])
        if asked.get("required", True):
            on(self.page)
            yield name, "in error" if self.page.locator(SUMMARY).count() else "left empty"
        if once:
            return
        if wrong := PAGES["wrong"].get(asked["kind"]):
            yield from self._wrong(name, wrong)
        if first:
            yield from self._hardly_read(name) if asked["kind"] == "photo" else self._doubted(name, asked["kind"])

    def _first(self, kind: str, limits: Mapping[str, Any]) -> bool:
        """Whether it is the first question of this way that asks once more like this."""
        shape = kind, limits.get("most", 1) > 1
        again = shape in self._shapes or kind not in {"photo", *PAGES["doubted"]}
        self._shapes.add(shape)
        return not again

    def _wrong(self, name: str, wrong: Mapping[str, Any]) -> Named:
        """In error once more, by words that are not taken. Where anything goes there is no such state."""
        step = self.at
        answer(self.page, wrong)
        on(self.page)
        if self.page.locator(SUMMARY).count():
            yield name, "wrong"
        else:
            to(self.page, f"{self.address}{step}")

    def _doubted(self, name: str, kind: str) -> Named:
        """Asked about once more, for what can be taken and is probably amiss."""
        step, likely = self.at, PAGES["doubted"][kind]
        to(self.page, f"{self.address}{step}")
        answer(self.page, likely)
        on(self.page)
        assert (self.at, self.doubted) == (step, True), f"{name}: nothing is asked about {likely}"
        yield name, "doubted"

    def _hardly_read(self, name: str) -> Named:
        """Photos that are asked about, and taken away again."""
        step = self.at
        for state, taken in AMISS.items():
            to(self.page, f"{self.address}{step}")
            self._take(photo(**taken))
            on(self.page)
            assert (self.at, self.doubted) == (step, True), f"{name}: nothing is asked about a {state} photo"
            yield name, state
            if self.questions[step].get("limits", {}).get("most", 1) > 1:
                on(self.page, self.page.locator('main [value="remove:1"]'))

    def _helped(self, name: str, kind: str) -> Named:
        """What the buttons inside a question answer."""
        here = self.page.url
        for state, typed in PAGES["helped"].get(kind, {}).items():
            answer(self.page, {part: text for part, text in typed.items() if part != "do"})
            on(self.page, self.page.locator(f'main [value="{typed.get("do", "find")}"]'))
            yield name, state
            to(self.page, here)

    def people(self) -> Named:
        """The list of a household, from nobody to everybody, and on."""
        step, list_, person = self.at, f"{self.service}/{self.at}", f"{self.service}/{self.at}/person"
        yield list_, "nobody yet"
        for n, told in enumerate(self.told.get("people", ())):
            on(self.page, self.page.locator('main [value="add"]'))
            if n == 0:
                yield person, "empty"
                yield from self._helped(person, "household")
                on(self.page)
                yield person, "in error"
                to(self.page, self.page.url)
            options = self.questions[step]["options"]
            answer(self.page, {**KINDS["household"].examples[0].typed, "relation": options[0]["id"], **told})
            if n == 0:
                yield person, "filled"
            on(self.page)
            if n == 0:
                yield list_, "one person"
                yield from self._person_again(list_, person)
        if len(self.told.get("people", ())) > 1:
            yield list_, "many people"
        on(self.page, self.page.locator('main [value="done"]'))
        if self.doubted and self.at == step:
            yield list_, "in doubt"
            on(self.page, self.page.locator('main [value="done"]'))

    def read_back(self) -> Named:
        """An answer is read back to the person it came from, who confirms it."""
        step = self.page.url.split("/")[-2].partition(".")[0]
        yield f"{self.service}/recap", f"{self.questions[step]['kind'].replace('_', ' ')} read back"
        on(self.page)

    def _person_again(self, list_: str, person: str) -> Named:
        """Before somebody is crossed out, and while somebody is put right."""
        self.page.locator("main details summary").first.click()
        yield list_, "about to remove somebody"
        on(self.page, self.page.locator('main [value^="edit:"]'))
        yield person, "editing"
        on(self.page)

    def typed(self, step: str) -> Mapping[str, str]:
        """What is typed at a question of this way."""
        return typed(self.told, step)


def typed(told: Mapping[str, Any], step: str) -> Mapping[str, str]:
    """What a journey types at a question: the pick, or the first option, or the example of its kind."""
    question = questions(told["service"])[step.partition(".")[0]]
    if pick := told["picks"].get(question["id"]):
        return pick if isinstance(pick, dict) else {"value": str(pick)}
    if question["kind"] == "choice":
        return {"value": question["options"][0]["id"]}
    if question["kind"] == "choices":
        return {f"pick-{question['options'][0]['id']}": "on"}
    if question["kind"] == "photo":
        return {"value": ""}
    return KINDS[question["kind"]].examples[0].typed
