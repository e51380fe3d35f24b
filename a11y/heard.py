"""A whole way by ear in a real browser: each page is read aloud and answered; what staff get of it in the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from a11y.asked import Asked
from a11y.check import Variant
from a11y.foreign import SENTENCE, untold
from a11y.pages import PAGES, on, to
from a11y.variants import shown
from portal.language.words import CODES, words_for
from tests.browser.listener import OPENER, OWN_VOICE, VOICELESS, Listener
from tests.browser.resident import receipt, seal
from tests.serving import Server
from tests.waiting import until

PATIENCE = 60_000
"""Milliseconds a page may take; a voice may have to wake up on a machine with much else to do."""
MOST = 40
"""More pages than the shortest way has."""
NAMED = {"fil_PH": "tl"}
SOUNDS = "() => window.own.length || document.querySelector('#player > audio').currentTime > 0"


@dataclass
class Heard:
    """A way that was heard: by our voice, or by the telephone's own, and on how many pages; what staff read of it."""

    title: str
    ours: int = 0
    own: int = 0
    amiss: list[str] = field(default_factory=list)
    number: str = ""
    japanese: bool = False


class Ear(Asked):
    """Somebody who cannot see, at a telephone in a language."""

    def __init__(self, page: Page, language: str) -> None:
        super().__init__(page, {**PAGES["journeys"][PAGES["shortest"]], "as": "by ear"}, language)
        self.language, self.listener, self.heard = language, Listener(page), Heard(language)

    def whole(self) -> Heard:
        """From the start page to the receipt, a sentence of each page heard."""
        to(self.page, self.address)
        self._listen("start")
        on(self.page)
        for _ in range(MOST):
            if self.at == "review":
                break
            for name, state in self._asked():
                if state in {"empty", "nobody yet"}:
                    self._listen(name)
        self._listen("review")
        on(self.page)
        self._listen("consent")
        on(self.page, seal(self.page))
        on(self.page, seal(self.page))
        self._listen("done")
        self.heard.number = receipt(self.page).inner_text()
        return self.heard

    def _asked(self) -> Iterator[tuple[str, str]]:
        return self.people() if self.question["kind"] == "household" else self.asked_alone()

    def _listen(self, name: str) -> None:
        """Open the page anew, have it read aloud, and halt the voice in its first sentence."""
        to(self.page, self.page.url)
        if self.listener.bar.is_hidden():
            self.page.locator(OPENER).click()
        else:
            self.listener.button("read").click()
        self.page.wait_for_function(SOUNDS)
        said, tongue = self._said()
        if tongue != self.language or said not in " ".join(self.page.locator("main").inner_text().split()):
            self.heard.amiss.append(f"{name}: 「{said}」 ({tongue}) is heard first")
        self.listener.button("read").click()
        self.listener.is_("paused")

    def _said(self) -> tuple[str, str]:
        """What sounds first, and in which language."""
        if own := self.page.evaluate("window.own"):
            self.heard.own += 1
            return own[0][1], NAMED.get(own[0][0], own[0][0])
        self.heard.ours += 1
        sounding = self.listener.sounding
        return sounding["text"], sounding["lang"]


def by_ear(browser: Browser, server: Server, language: str) -> Heard:
    """A language; and the letter the department gets."""
    page = shown(browser, server.address, Variant(language))
    page.set_default_timeout(PATIENCE)
    page.add_init_script(OWN_VOICE)
    heard = Ear(page, language).whole()
    page.context.close()
    letter = until(lambda: _letter(server.var, heard.number), what="the department's letter")
    body = letter.get_body(("plain",))
    text = f"{letter['subject']}\n{body.get_content() if body else ''}"
    wrong = [f"staff read: {words}" for words in untold(language, text)]
    if CODES[language].in_japanese not in text:
        wrong.append("staff are not told which language it was")
    heard.japanese = not wrong and bool(SENTENCE.search(text))
    heard.amiss += wrong
    return heard


def _letter(var: Path, number: str) -> EmailMessage | None:
    for path in (var / "outbox").glob("*.eml"):
        letter = message_from_bytes(path.read_bytes(), policy=policy.default)
        if number in str(letter["subject"]) and [*letter.iter_attachments()]:
            return letter
    return None


def says_so(browser: Browser, server: Server, language: str) -> str:
    """Where neither we nor the telephone have a voice, a page says so and what to do. Raises AssertionError."""
    page = shown(browser, server.address, Variant(language))
    page.goto(f"/{language}/kasumigahama/reading")
    page.locator(OPENER).click()
    expect(Listener(page).told).to_have_text(words_for(language)(VOICELESS))
    page.context.close()
    return "says so"
