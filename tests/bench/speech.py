"""How soon a sound begins after the tap, in a real browser, and what a second of speech costs."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import soundfile
from playwright.sync_api import Locator, Page

from tests.browser.listener import OPENER, Listener
from tests.browser.resident import PHONE, answer, chromium, onward, question
from tests.journeys.benefit import SERVICE, TYPED
from tests.serving import Server, serving

RUNS = 20
SENTENCE = "私は {n}年前から 毎朝 早く 起きて 近くの 公園を 友だちと ゆっくり 歩きます"
"""Ten words; with another number nobody has made it before."""
CLOCK = """
addEventListener("click", ({ timeStamp }) => { window.yorisoi.tapped = timeStamp; window.yorisoi.began = null; }, true);
addEventListener("playing", ({ target, timeStamp }) => {
  if (window.yorisoi.heard.get(target.src)) window.yorisoi.began ??= timeStamp;
}, true);
"""
"""When the last tap was, and when the first sound after it began that a sentence was fetched for."""
BEGAN = "() => window.yorisoi.began"
WAITED = "() => window.yorisoi.began - window.yorisoi.tapped"
AWAKE = 30_000
"""Milliseconds for a voice that has still to wake up."""
OURS = {"Sec-Fetch-Site": "same-origin"}


def speech() -> dict[str, float]:
    """Milliseconds from the tap to the sound (median), bytes of a second of speech, requests before the first tap."""
    with _listening() as (page, listener):
        page.goto(f"{SERVICE}/", wait_until="networkidle")
        before = len(listener.fetched)
        warm = [_warm(page) for _ in range(RUNS + 1)][1:]  # the first makes the sound and wakes the voice
        sizes = {f"sound_{suffix}_bytes_per_s": _cost(page, listener, suffix) for suffix in ("mp3", "opus")}
        _to_review(page)
        cold = [_cold(page, listener, n) for n in range(RUNS)]
    waits = {"sound_warm_ms": median(warm), "sound_cold_ms": median(cold)}
    return {**waits, **sizes, "sound_requests_before_tap": before}


def _warm(page: Page) -> float:
    """A published sentence, and all that reads it, kept by the server and by the browser: the tap on 「読み上げる」."""
    page.context.clear_cookies()
    page.goto(f"{SERVICE}/", wait_until="networkidle")
    return _waited(page, page.locator(OPENER))


def _cold(page: Page, listener: Listener, n: int) -> float:
    """A sentence of somebody's own, far enough down the page not to have been fetched ahead: a tap on it."""
    sentence = SENTENCE.format(n=n + 20)
    kept = page.request.post(f"{SERVICE}/phone", form={"value": sentence, "do": "as-typed"}, headers=OURS)
    assert kept.ok
    page.goto(f"{SERVICE}/review", wait_until="networkidle")
    listener.press("read")  # it was opened before, and remembered
    listener.press("read", "paused")
    page.wait_for_load_state("networkidle")
    return _waited(page, page.locator("main dd p", has_text=sentence))


def _waited(page: Page, spot: Locator) -> float:
    spot.click()
    page.wait_for_function(BEGAN, timeout=AWAKE)
    waited: float = page.evaluate(WAITED)
    return waited


def _to_review(page: Page) -> None:
    page.goto(f"{SERVICE}/")
    onward(page).click()
    for step, typed in TYPED.items():
        question(page, f"{SERVICE}/{step}").wait_for()
        answer(page, typed)
        onward(page).click()
    page.locator(f'main a.go[href="{SERVICE}/consent"]').wait_for()


def _cost(page: Page, listener: Listener, suffix: str) -> float:
    """Bytes of a second of speech, over all that is said of the page."""
    size, seconds = 0, 0.0
    for one in listener.utterances:
        body = page.request.get(f"{one['src'].removesuffix('mp3')}{suffix}").body()
        samples, rate = soundfile.read(io.BytesIO(body))
        size, seconds = size + len(body), seconds + len(samples) / rate
    return size / seconds


@contextmanager
def _listening() -> Iterator[tuple[Page, Listener]]:
    with TemporaryDirectory() as folder, serving(Server(Path(folder))) as server, chromium() as browser:
        page = browser.new_context(base_url=f"http://127.0.0.1:{server.port}", locale="ja-JP", **PHONE).new_page()
        listener = Listener(page)
        page.add_init_script(CLOCK)
        yield page, listener
