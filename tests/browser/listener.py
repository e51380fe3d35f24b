"""Somebody who listens at a real browser: has a page read aloud, and tells what sounds, is lit and was fetched."""

from __future__ import annotations

from typing import Any, NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, Request, Response, expect

OPENER = "header .aloud"
BAR = "#player"
AWAKE = 120_000
"""Milliseconds a voice may take that has still to wake up, on a machine with much else to do."""
SOUNDS = ("/listen", "/speech/", "/static/listen")
"""Where everything about sound is."""
PROBE = """
const from = new WeakMap(), heard = new Map(), { blob } = Response.prototype, { createObjectURL } = URL;
Response.prototype.blob = async function () {
  const made = await blob.call(this);
  from.set(made, this.url);
  return made;
};
URL.createObjectURL = (made) => {
  const url = createObjectURL(made);
  heard.set(url, from.get(made) ?? "");
  return url;
};
window.yorisoi = { heard, said: [], media: {} };
addEventListener("play", ({ target }) => {
  if (heard.get(target.src)) window.yorisoi.said.push(heard.get(target.src));
}, true);
const { setActionHandler } = MediaSession.prototype;
MediaSession.prototype.setActionHandler = function (action, does) {
  setActionHandler.call(this, action, does);
  window.yorisoi.media[action] = does;
};
"""
"""Remembers which addresses sounds came from, and what the buttons of headphones would do."""
VOICELESS = "このことばの声は、ここにはありません。スマホの読み上げを使うと、声で聞けます。"
"""What the bar tells where neither we nor the telephone speak a language."""
OWN_VOICE = """
window.own = [];
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
speechSynthesis.getVoices = () => [{ lang: "ja-JP", localService: true }, { lang: "fil_PH", localService: true }];
speechSynthesis.speak = ({ lang, text }) => { window.own.push([lang, text]); };
"""
"""A telephone with two voices of its own, whose sentences take for ever; it tells of what it was given to say."""
TO = """async (voice, ms) => {
  voice.pause();
  voice.currentTime = ms / 1000;
  if (voice.seeking) await new Promise((done) => voice.addEventListener("seeked", done, { once: true }));
  for (let n = 0; n < 2; n++) await new Promise(requestAnimationFrame);
  return voice.currentTime * 1000;
}"""
"""Halts the voice at a moment, and lets the light come after it."""
HURRY = "(voice) => voice.addEventListener('playing', () => { voice.playbackRate = 16; })"
"""As fast as a browser plays, whatever pace is wished for."""
LIT = """() => {
  const [sentence, word] = ["sentence", "word"].map((name) => [...(CSS.highlights.get(name) ?? [])][0]);
  const said = (range) => {
    const part = range.cloneContents();
    for (const kana of part.querySelectorAll("rt")) kana.remove();
    return part.textContent;
  };
  if (!sentence || !word) return [sentence ? said(sentence) : "", null];
  const before = document.createRange();
  before.setStart(sentence.startContainer, sentence.startOffset);
  before.setEnd(word.startContainer, word.startOffset);
  return [said(sentence), said(before).length];
}"""
PLACE = """() => {
  const box = [...CSS.highlights.get("sentence")][0].getBoundingClientRect();
  return [box.top - document.getElementById("player").getBoundingClientRect().bottom, innerHeight - box.bottom];
}"""


def is_about_sound(url: str) -> bool:
    """Whether what is at an address is a sound, or there to bring one about."""
    return any(part in urlsplit(url).path for part in SOUNDS)


class Word(NamedTuple):
    """When a word begins and ends, ms, and where it stands in its sentence."""

    begins: int
    ends: int
    start: int
    end: int


class Listener:
    """A listener at a page. Whatever a browser fetches for sound is kept in `fetched`."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.fetched: list[Request] = []
        self._scripts: list[Response] = []
        page.add_init_script(PROBE)
        page.on("request", self._asks)
        page.on("response", self._told)

    def _asks(self, request: Request) -> None:
        if is_about_sound(request.url):
            self.fetched.append(request)

    def _told(self, response: Response) -> None:
        if response.url.endswith("/listen") and response.ok:
            self._scripts.append(response)

    @property
    def bar(self) -> Locator:
        """The player."""
        return self.page.locator(BAR)

    @property
    def voice(self) -> Locator:
        """What sounds."""
        return self.bar.locator("audio").last

    @property
    def told(self) -> Locator:
        """What the bar tells, once."""
        return self.bar.locator(".told")

    def button(self, value: str) -> Locator:
        """A button of the bar."""
        return self.bar.locator(f'[value="{value}"]')

    def wish(self, name: str) -> Locator:
        """A wish about reading, in the panel of what is wanted less often."""
        return self.bar.locator(f'label:has([name="{name}"])')

    def start(self) -> None:
        """Tap 「読み上げる」 in the header, and hear the first sentence."""
        self.page.locator(OPENER).click()
        self.is_("reading")

    def press(self, value: str, state: str = "reading") -> None:
        """Press a button of the bar, and wait for what it brings about."""
        self.tap(value)
        self.is_(state)

    def tap(self, value: str) -> None:
        """Touch a button of the bar where it stands; a tap moves no page, as Playwright's own click may."""
        box = self.button(value).bounding_box()
        assert box
        self.page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    def is_(self, state: str) -> None:
        """Wait until the bar is idle, loading, reading or paused; reading has begun when a sound is under way."""
        expect(self.bar).to_have_attribute("data-state", state, timeout=AWAKE)

    @property
    def scripts(self) -> list[dict[str, Any]]:
        """The script of every page, each time one was asked for."""
        return [answer.json() for answer in self._scripts]

    @property
    def utterances(self) -> list[dict[str, Any]]:
        """What is said of the page that stands there."""
        return self._scripts[-1].json()["utterances"]  # type: ignore[no-any-return]

    @property
    def address(self) -> str:
        """Where the sound under way came from, its path; "" for none."""
        url: str = self.voice.evaluate("(voice) => window.yorisoi.heard.get(voice.src) ?? ''")
        return urlsplit(url).path

    @property
    def sounding(self) -> dict[str, Any]:
        """The utterance whose sound is under way."""
        return next(one for one in self.utterances if one["src"].rpartition(".")[0] == self.address.rpartition(".")[0])

    @property
    def words(self) -> list[Word]:
        """The words of the sentence that sounds, as the server tells them."""
        return [Word(*one) for one in self.page.request.get(self.sounding["times"]).json()]

    @property
    def lit(self) -> tuple[str, int | None]:
        """The sentence that is lit, and how many signs stand before its lit word."""
        sentence, before = self.page.evaluate(LIT)
        return sentence, before

    @property
    def place(self) -> tuple[float, float]:
        """CSS pixels from the bar to the lit sentence, and from there to the end of the screen."""
        above, below = self.page.evaluate(PLACE)
        return above, below

    def to(self, ms: float) -> float:
        """Set the voice's own clock; the moment it then stands at, ms."""
        moment: float = self.voice.evaluate(TO, ms)
        return moment

    def halted(self) -> None:
        """Halt the voice itself in the midst of its sentence, as nobody can: the page goes on showing that it reads."""
        self.page.wait_for_function("() => CSS.highlights.has('word')")
        self.page.wait_for_function("(bar) => document.querySelector(`${bar} > audio`).duration > 0", arg=BAR)
        self.voice.evaluate("(voice) => { voice.pause(); voice.currentTime = voice.duration * 0.6; }")

    def heard(self, text: str) -> None:
        """Wait until a sentence sounds."""
        src = next(one["src"] for one in self.utterances if one["text"] == text).rpartition(".")[0]
        self.page.wait_for_function(
            "([bar, src]) => window.yorisoi.heard.get(document.querySelector(`${bar} > audio`).src)?.includes(src)",
            arg=[BAR, src],
        )

    def hurry(self) -> None:
        """From now on the sentences of this page are over in a moment."""
        self.voice.evaluate(HURRY)

    @property
    def said(self) -> list[str]:
        """Where the sounds came from that have begun on this page, one after another."""
        return [urlsplit(url).path for url in self.page.evaluate("window.yorisoi.said")]

    def answered(self, part: str) -> list[Response]:
        """What the server answered to requests with this in their path."""
        found = [request.response() for request in self.fetched if part in urlsplit(request.url).path]
        return [one for one in found if one]
