"""A whole way through a service, every page of it in every state."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Page, expect

from a11y.alone import menus
from a11y.asked import Asked
from a11y.checking import Checking
from a11y.confirmed import confirmed
from a11y.pages import Named, on, to
from a11y.talked import talked
from tests.browser.resident import answer, onward, receipt, rest, seal

MOST = 80
"""More pages than any way has."""
OFFERED = "it => it.replaceWith(it.content)"
"""What the telephone can do: a browser without a window can tell nobody and has no keys, so it offers nothing."""
RUNG = """it => {
  it.querySelector("[role=status]").textContent = it.dataset.ring;
  it.querySelector("[hidden]").hidden = false;
}"""
"""The office will tell this telephone."""
NO_KEY = "() => { navigator.credentials.create = () => Promise.reject(new DOMException('', 'NotAllowedError')); }"
"""Somebody shows the telephone neither face nor finger."""
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


class Way(Asked):
    """The whole way, from the start page to where the application stands."""

    def states(self) -> Named:
        """From the start page to where the application stands."""
        yield from self._start()
        for _ in range(MOST):
            if self.at == "review":
                break
            yield from self._asked()
        assert self.at == "review", f"{self.service}: no way on from {self.at}"
        yield from self._review()
        yield from self._consent()
        yield f"{self.service}/done", "as it opens"
        number = receipt(self.page).inner_text()
        if self.told.get("key"):
            self.page.locator("template[data-passkey]").evaluate(OFFERED)
            yield f"{self.service}/done", "with a key of one's own"
            self.page.evaluate(NO_KEY)
            yield from self._refused("passkey")
        if self.told.get("bell"):
            self.page.locator("template[data-bell]").evaluate(OFFERED)
            yield from self._refused("ring")
            self.page.locator("main form[data-bell]").evaluate(RUNG)
            yield f"{self.service}/done", "told when there is an answer"
        if self.told.get("again"):
            yield from self._again()
        if word := self.told.get("confirmed"):
            yield from confirmed(self.page, self.home, number, self._birth, yes=word == "yes")
        yield from self._status(number)
        if self.told.get("talked"):
            yield from talked(self.page, self.told, number, self._birth, self.home)

    def _asked(self) -> Named:
        """What stands there: a question, the list of a household, or an answer read back."""
        if self.at == "recap":
            yield from self.read_back()
        else:
            yield from self.people() if self.question["kind"] == "household" else self.asked_alone()

    def _start(self) -> Named:
        if self.told.get("together"):
            to(self.page, f"{self.home}preferences")
            on(self.page, self.page.locator('main [value="aloud:together"]'))
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

    def _review(self) -> Named:
        yield f"{self.service}/review", "with doubts" if self.doubted else "as it opens"
        for step in (one["id"] for one in self.questions.values() if one["kind"] == "photo"):
            if f"{self.service}/{step}" in self.asked_here:
                yield from self.photos_kept(step)
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
        for box in self.page.locator('main [name^="also-"]').all() if self.told.get("part") else ():
            answer(self.page, {str(box.get_attribute("name")): ""})
        for step, value in self.told.get("changed", {}).items():
            self.page.request.post(f"{self.address}{step}", form={"value": value, "do": "next"})
            for _ in range(2):  # the first press asks nobody
                on(self.page, seal(self.page))
            yield f"{self.service}/consent", "changed meanwhile"
            rest(self.page)
        if self.page.locator('main [name="recall"]').count():
            on(self.page, seal(self.page))
            yield f"{self.service}/consent", "explained"
            rest(self.page)
        on(self.page, seal(self.page))
        yield f"{self.service}/consent", "pressed once"
        on(self.page, seal(self.page))

    def _refused(self, what: str) -> Named:
        """What the receipt offers is wished for, and the telephone does not do it."""
        form = self.page.locator(f'main form:has([value="{what}"])')
        form.locator(f'[value="{what}"]').click()
        expect(form.locator("[role=status]")).to_have_text(form.get_attribute("data-amiss") or "")
        yield f"{self.service}/done", f"not done, {what}"

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
        for _ in range(2):
            on(self.page, seal(self.page))
        yield f"{self.service}/again", "as it opens"

    def _status(self, number: str) -> Named:
        self._stands(number)
        yield "status", "found"
        if self.told.get("part"):
            yield from self._part()
            self._stands(number)
        if self.told.get("checked"):
            kept = self.page.locator('main a[href*="/bundle/"]').get_attribute("href")
            yield from Checking(self.page, self.home).states(self.page.request.get(str(kept)).json())
            self._stands(number)
        if self.told.get("withdrawn"):
            on(self.page, self.page.locator('main a[href*="/withdraw/"]'))
            yield f"{self.service}/withdraw", "as it opens"
            on(self.page)
            yield f"{self.service}/withdraw", "taken back"
            to(self.page, f"{self.address}done")
            yield f"{self.service}/done", "taken back"

    def _stands(self, number: str) -> None:
        """To the page that tells where it stands."""
        to(self.page, f"{self.home}status")
        answer(self.page, {"number": number, **self._birth})
        on(self.page)

    def _part(self) -> Named:
        """A consent that nothing depends on is taken back; what was applied for goes on."""
        on(self.page, self.page.locator('main a[href*="/withdraw/"]').first)
        yield f"{self.service}/withdraw", "as it opens, one consent"
        on(self.page)
        yield f"{self.service}/withdraw", "taken back, one consent"
