"""Everything on a page can be heard: what is seen is said, word for word and once, and each sentence has a sound if a
voice of ours speaks its language."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from a11y.check import Check, Fault, State
from a11y.seen import on_screen, script, told
from portal.language.words import CODES
from portal.settings import Settings
from portal.speech.voices.chosen import Voices

VOICELESS = [one.html_lang for code, one in CODES.items() if not Voices.of_settings(Settings()).speaks(code)]
"""What only a voice of the reader's own device speaks."""
SENT = """const was = window.fetch;
window.fetch = (address, wish) => {
  if (wish?.body instanceof URLSearchParams) wish.body.set("html", (%s)(wish.body.get("html")));
  return was(address, wish);
};
void 0;"""
"""The page as it is sent to be told, changed."""
TOLD = """const was = window.fetch;
window.fetch = async (address, wish) => {
  const answer = await was(address, wish);
  if (!wish?.body) return answer;
  const told = await answer.json();
  told.utterances = (%s)(told.utterances);
  return Response.json(told);
};
void 0;"""
"""What is told of a page, changed."""


def look(page: Page, _state: State) -> Iterator[str]:
    """What is seen and not said, said otherwise than it is seen, or silent."""
    yield from told(page, script("read_aloud"), VOICELESS)


def at(state: State) -> bool:
    """Wherever there is a line to the portal; pages for staff and programmers are heard by a screen reader alone."""
    return not state.page.startswith(("desk/", "api")) and not state.name.startswith("cut off") and on_screen(state)


CHECK = Check(
    protects=__doc__ or "",
    criteria=("1.2.1", "3.1.6"),
    look=look,
    at=at,
    faults=(
        Fault("a sentence without its sound", TOLD % "([one, ...more]) => [{ ...one, src: '' }, ...more]"),
        Fault("nothing that tells what to say", "document.getElementById('player').dataset.sound = '/nowhere'"),
        Fault("a sentence left out", TOLD % "(all) => all.filter((one, n) => n !== 1)"),
        Fault("words that only eyes get", "document.querySelector('main h1').ariaHidden = 'true'"),
        Fault(
            "readings above the signs said once more",
            "document.querySelector('main h1').innerHTML = '<ruby>様子<rt>ようす</rt></ruby>を見る';"
            + SENT % r"(html) => html.replace(/<(\/?)rt>/g, '<$1span>')",
        ),
        Fault("other words than are seen", TOLD % "([one, ...more]) => [{ ...one, text: 'はい。' }, ...more]"),
    ),
)
