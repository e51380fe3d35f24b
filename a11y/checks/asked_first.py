"""Nothing sounds and no sound is fetched before somebody asks for it by a press of 「読み上げる」."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from a11y.check import Check, Fault, Opened
from a11y.hand import Pointer
from a11y.passage import passage, told
from tests.browser.listener import is_about_sound

SOUNDED = """window.yorisoiSounded = [];
for (const [it, name] of [[HTMLMediaElement.prototype, "play"], [SpeechSynthesis.prototype, "speak"],
  [AudioScheduledSourceNode.prototype, "start"]]) {
  const does = it[name];
  it[name] = function (...given) {
    window.yorisoiSounded.push(name);
    return does.apply(this, given);
  };
}"""
"""Whatever a page would sound with, kept."""
ANY = """() => [...window.yorisoiSounded.splice(0),
  ...[...document.querySelectorAll("audio, video")].filter((it) => !it.paused || it.autoplay)
    .map((it) => it.localName)]"""


@told
def way(opened: Opened, journey: Mapping[str, Any]) -> Iterator[str]:
    """What sounds or is fetched from the first page to the receipt, though nobody has asked."""
    page = opened()
    fetched: list[str] = []
    page.add_init_script(SOUNDED)
    page.on("request", lambda request: fetched.append(request.url))
    for stop in passage(Pointer(page), journey):
        page.wait_for_load_state("networkidle")
        yield from (f"{stop}: {what} sounds, and nobody has asked" for what in page.evaluate(ANY))
        yield from (f"{stop}: {url} is fetched, and nobody has asked" for url in fetched if is_about_sound(url))
        fetched.clear()


ON_EVERY_PAGE = 'addEventListener("DOMContentLoaded", () => { %s; })'
PLAYER = 'document.getElementById("player")'
CHECK = Check(
    protects=__doc__ or "",
    criteria=("1.4.2",),
    way=way,
    faults=(
        Fault("a page that greets", ON_EVERY_PAGE % 'new Audio("/speech/hello.mp3").play().catch(() => {})'),
        Fault("a page that speaks", ON_EVERY_PAGE % 'speechSynthesis.speak(new SpeechSynthesisUtterance("はい"))'),
        Fault("a voice that begins by itself", ON_EVERY_PAGE % f'{PLAYER}.querySelector("audio").autoplay = true'),
        Fault("a player that comes unasked", ON_EVERY_PAGE % f"import({PLAYER}.dataset.player)"),
        Fault(
            "sounds fetched ahead of the press",
            ON_EVERY_PAGE % f'fetch({PLAYER}.dataset.sound, {{ method: "POST", body: new URLSearchParams() }})',
        ),
    ),
)
