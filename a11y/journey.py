"""A whole way through a service, every page of it in every state."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from playwright.sync_api import Page

from a11y.alone import menus
from a11y.pages import PAGES, SUMMARY, TOWN, Named, on, questions, to
from portal.answers import KINDS
from tests.browser.resident import answer, onward, receipt, seal

MOST = 80
"""More pages than any way has."""
BIRTH = ("era", "year", "month", "day")


def journey(page: Page, _name: str, told: Mapping[str, Any], language: str) -> Named:
    """Every state of the way; with `as`, only those on the pages in `shown`, under names of their own."""
    service = told["service"]
    shown = {f"{service}/{name}" for name in told["shown"]} if "as" in told else None
    for name, state in Way(page, told, language).states():
        if shown is None:
            yield name, state
        elif name in shown:
            yield name, f"{state}, {told['as']}"


class Way:
    """A resident on the way; `at` is the step of the page that stands there."""

    def __init__(self, page: Page, told: Mapping[str, Any], language: str) -> None:
        self.page, self.told, self.service = page, told, told["service"]
        self.address = f"/{language}/{TOWN}/{self.service}/"
        self.home = f"/{language}/{TOWN}/"
        self.brief = "as" in told
        self.met: set[str] = set() if self.brief else told.get("met", set())

    @cached_property
    def questions(self) -> dict[str, Any]:
        """What the service asks."""
        return questions(self.service)

    @property
    def at(self) -> str:
        """The last part of the address."""
        return self.page.url.rpartition("/")[2]

    def states(self) -> Named:
        """From the start page to where the application stands."""
        yield from self._start()
        for _ in range(MOST):
            if self.at == "review":
                break
            yield from self._people() if self._asked["kind"] == "household" else self._question()
        assert self.at == "review", f"{self.service}: no way on from {self.at}"
        yield from self._review()
        yield from self._consent()
        yield f"{self.service}/done", "as it opens"
        number = receipt(self.page).inner_text()
        if self.told.get("again"):
            yield from self._again()
        yield from self._status(number)

    @property
    def _asked(self) -> dict[str, Any]:
        return self.questions[self.at.partition(".")[0]]

    @property
    def _doubted(self) -> bool:
        """Whether the page asks once more about something."""
        return self.page.locator("main .doubt").count() > 0

    def _start(self) -> Named:
        to(self.page, self.address)
        yield f"{self.service}/start", "as it opens"
        on(self.page)
        first = f"{self.service}/{self.at}"
        yield from menus(self.page, first)
        yield from self._cut_off(first)
        to(self.page, f"{self.address}later")
        yield f"{self.service}/later", "as it opens"
        on(self.page)
        yield f"{self.service}/later", "in error"
        to(self.page, f"{self.address}later")
        answer(self.page, self._birth)
        yield f"{self.service}/later", "filled"
        to(self.page, self.address)
        yield f"{self.service}/start", "draft under way"
        on(self.page)

    def _cut_off(self, name: str) -> Named:
        """The line is cut just as somebody presses on."""
        self.page.context.set_offline(True)
        onward(self.page).click()
        self.page.locator("main .cut").wait_for()
        yield name, "cut off"
        self.page.context.set_offline(False)

    @property
    def _birth(self) -> dict[str, str]:
        typed = self.typed("birth-date")
        return {part: typed[part] for part in BIRTH}

    def _question(self) -> Named:
        asked, step, name = self._asked, self.at, f"{self.service}/{self._asked['id']}"
        if name not in self.met:
            self.met.add(name)
            yield name, "empty"
            if not self.brief:
                yield from self._amiss(name, asked)
                to(self.page, f"{self.address}{step}")
        answer(self.page, self.typed(step))
        yield name, "filled"
        on(self.page)
        assert not self.page.locator(SUMMARY).count(), f"{name}: what is typed in pages.yaml is not taken"
        if self._doubted and self.at == step:
            yield name, "in doubt"
            on(self.page)

    def _amiss(self, name: str, asked: Mapping[str, Any]) -> Named:
        """After the buttons inside the question, and in error."""
        yield from self._helped(name, asked["kind"])
        if asked.get("required", True):
            on(self.page)
            yield name, "in error" if self.page.locator(SUMMARY).count() else "left empty"
        if wrong := PAGES["wrong"].get(asked["kind"]):
            yield from self._wrong(name, wrong)

    def _wrong(self, name: str, wrong: Mapping[str, Any]) -> Named:
        """In error once more, by words that are not taken. Where anything goes there is no such state."""
        step = self.at
        answer(self.page, wrong)
        on(self.page)
        if self.page.locator(SUMMARY).count():
            yield name, "wrong"
        else:
            to(self.page, f"{self.address}{step}")

    def _helped(self, name: str, kind: str) -> Named:
        """What the buttons inside a question answer."""
        step = self.at
        for state, typed in PAGES["helped"].get(kind, {}).items():
            answer(self.page, typed)
            on(self.page, self.page.locator('main [value="find"]'))
            yield name, state
            to(self.page, f"{self.address}{step}")

    def _people(self) -> Named:
        step, list_, person = self.at, f"{self.service}/{self.at}", f"{self.service}/{self.at}/person"
        yield list_, "nobody yet"
        for n, told in enumerate(self.told.get("people", ())):
            on(self.page, self.page.locator('main [value="add"]'))
            if n == 0:
                yield person, "empty"
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
        if self._doubted and self.at == step:
            yield list_, "in doubt"
            on(self.page, self.page.locator('main [value="done"]'))

    def _person_again(self, list_: str, person: str) -> Named:
        """Before somebody is crossed out, and while somebody is put right."""
        self.page.locator("main details summary").first.click()
        yield list_, "about to remove somebody"
        on(self.page, self.page.locator('main [value^="edit:"]'))
        yield person, "editing"
        on(self.page)

    def _review(self) -> Named:
        yield f"{self.service}/review", "with doubts" if self._doubted else "as it opens"
        for step in (one["id"] for one in self.questions.values() if one["kind"] == "photo"):
            if f"{self.service}/{step}" in self.met:
                to(self.page, f"{self.address}{step}")
                yield f"{self.service}/{step}", "a photo kept"
        to(self.page, f"{self.address}later")
        yield f"{self.service}/later", "birth date known"
        on(self.page)
        yield f"{self.service}/later", "code shown"
        code = self.page.locator("main .number b").inner_text()
        to(self.page, f"{self.home}resume")
        answer(self.page, {"code": code, **self._birth})
        on(self.page)
        assert self.at == "review", "the code opens nothing"
        on(self.page)

    def _consent(self) -> Named:
        yield f"{self.service}/consent", "as it opens"
        self.page.locator("main details summary").first.click()
        yield f"{self.service}/consent", "answers open"
        for step, value in self.told.get("changed", {}).items():
            self.page.request.post(f"{self.address}{step}", form={"value": value, "do": "next"})
            on(self.page, seal(self.page))
            yield f"{self.service}/consent", "changed meanwhile"
        on(self.page, seal(self.page))

    def _again(self) -> Named:
        """The same once more, from the same telephone."""
        to(self.page, self.address)
        on(self.page)
        for _ in range(MOST):
            if self.at == "review":
                break
            answer(self.page, self.typed(self.at))
            on(self.page)
        on(self.page)
        on(self.page, seal(self.page))
        yield f"{self.service}/again", "as it opens"

    def _status(self, number: str) -> Named:
        to(self.page, f"{self.home}status")
        answer(self.page, {"number": number, **self._birth})
        on(self.page)
        yield "status", "found"

    def typed(self, step: str) -> Mapping[str, str]:
        """What is typed at a question: the pick, or the first option, or the example of its kind."""
        question = self.questions[step.partition(".")[0]]
        if pick := self.told["picks"].get(question["id"]):
            return pick if isinstance(pick, dict) else {"value": str(pick)}
        if question["kind"] == "choice":
            return {"value": question["options"][0]["id"]}
        if question["kind"] == "choices":
            return {f"pick-{question['options'][0]['id']}": "on"}
        if question["kind"] == "photo":
            return {"value": ""}
        return KINDS[question["kind"]].examples[0].typed
