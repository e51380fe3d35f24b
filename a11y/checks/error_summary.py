"""What is amiss is told first and all at once, and each line leads to its box with the box's label in view."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from playwright.sync_api import Page

from a11y.check import Check, Fault, State, Variant
from a11y.seen import on_screen, told
from portal.language.marks import plain
from portal.language.words import SOURCE, words_for

SUMMARY = """() => {
  const summary = document.querySelector("main .summary");
  const wrong = document.querySelectorAll("main [aria-invalid=true]");
  if (!summary && !wrong.length) return null;
  const links = [...(summary?.querySelectorAll("a") ?? [])];
  return {
    focused: Boolean(summary) && document.activeElement === summary, wrong: wrong.length,
    links: links.map((it) => ({ words: plain(it), to: it.getAttribute("href") })),
  };
}"""
THERE = """(given) => {
  const it = document.activeElement, wrong = it.closest("[aria-invalid=true]");
  const sets = [...document.querySelectorAll("main fieldset")].filter((one) => one.contains(it));
  const heading = (one) => document.getElementById(one.getAttribute("aria-labelledby"));
  const legends = sets.map((one) => one.querySelector(":scope > legend") ?? heading(one)).filter(Boolean);
  const own = it.matches("[type=radio], [type=checkbox]") ? legends.at(-1) : it.labels?.[0];
  const names = [own, ...legends].filter(Boolean);
  const box = [...(own ? words(own) : [])][0]?.boxes[0], top = it.getBoundingClientRect().top;
  const fits = box && it.getBoundingClientRect().bottom - box.top < innerHeight;
  const seen = (one) => own.contains(document.elementFromPoint(one.left + one.width / 2, one.top + one.height / 2));
  const whole = it.closest("fieldset, .field") ?? it.parentElement;
  /* Where label and box do not fit together, something of the question is in view above: its end, hint or error. */
  const over = (one) => one.bottom <= top + 1 && one.top >= 0;
  const above = () => [...words(whole)].flatMap((one) => one.boxes).some(over);
  return {
    arrived: it !== document.body && `#${it.id}` === given, wrong: Boolean(wrong),
    names: names.map(plain).join(" "), labelled: !box || (fits ? seen(box) : above()),
  };
}"""
BACK = """async ([before, x, y]) => {
  if (location.href !== before) {
    const there = new Promise((done) => addEventListener("hashchange", done, { once: true }));
    history.back();
    await there;
  }
  scrollTo(x, y);
}"""
MENDS = re.compile(
    r"ください|かまいません|いいです"
    r"|\b(answer|please|write|choose|check|give|use|send|take|add|leave|call|tick|press|tell)\b",
    re.IGNORECASE,
)
"""Words that tell what to do next, in Japanese and in English."""
VALUE = re.compile(r"\{\w+\}")
PIECES = (
    r"[\u4e00-\u9fff]|[\u3041-\u30fa]{2}|[\uac00-\ud7a3]{2}|[\u0900-\u097f]{2,4}"
    r"|\b[a-z]{3,4}|\b[a-z]*[\u00c0-\u024f\u1e00-\u1eff]\w*"
)
"""What a word is known by in Chinese, kana, Hangul, Devanagari and Latin letters, these with marks or not."""
SMALL = {"the", "and", "you", "your", "for", "was", "that", "what", "when", "with"}


def look(page: Page, state: State) -> Iterator[str]:
    """Errors that are told late, in part, or that lead nowhere."""
    seen = told(page, SUMMARY)
    if seen is None:
        return
    if not seen["focused"]:
        yield "the focus is not on the summary of what is amiss"
    if len(seen["links"]) != seen["wrong"]:
        yield f"{len(seen['links'])} lines tell of {seen['wrong']} wrong boxes"
    for n, link in enumerate(seen["links"]):
        yield from (f"{link['words']!r} {wrong}" for wrong in _followed(page, n, link))
        if not _mends(link["words"], state):
            yield f"{link['words']!r} does not say how to mend it"


def _followed(page: Page, n: int, link: dict[str, Any]) -> Iterator[str]:
    before = page.evaluate("[location.href, scrollX, scrollY]")
    page.evaluate("(n) => document.querySelectorAll('main .summary a')[n].focus()", n)
    page.keyboard.press("Enter")
    there = told(page, THERE, link["to"])
    page.evaluate(BACK, before)
    page.evaluate("document.querySelector('main .summary').focus({ preventScroll: true })")
    if not there["arrived"]:
        yield f"leads to {link['to']}, but the focus does not go there"
        return
    if not there["wrong"]:
        yield f"leads to {link['to']}, which is not marked as wrong"
    if not there["labelled"]:
        yield f"leads to {link['to']}, whose label is out of sight"
    if not _shared(link["words"], there["names"]):
        yield f"names nothing that stands there: {' '.join(there['names'].split())!r}"


def _mends(words: str, state: State) -> bool:
    """Whether it tells what to do. What residents are told is one of the portal's sentences whose Japanese does."""
    if state.page.startswith("desk/"):
        return bool(MENDS.search(words))
    return any(sentence.search(words) for sentence in _sentences(state.variant.language))


@cache
def _sentences(language: str) -> tuple[re.Pattern[str], ...]:
    """The sentences of a language whose Japanese tells what to do; whatever may be filled into them."""
    both = zip(words_for(SOURCE).all(), words_for(language).all(), strict=True)
    telling = (" ".join(plain(told).split()) for japanese, told in both if MENDS.search(japanese))
    return tuple(re.compile(".+".join(map(re.escape, VALUE.split(told)))) for told in telling)


def _shared(words: str, names: str) -> bool:
    """Whether a message uses a word of the label, by what its way of writing is known by."""
    pieces = re.findall(PIECES, names.lower())
    return any(piece in words.lower() for piece in pieces if piece not in SMALL)


WRONG = {"page": "status", "state": "in error"}

CHECK = Check(
    protects=__doc__ or "",
    criteria=("2.4.3", "3.3.1", "3.3.3"),
    look=look,
    at=on_screen,
    faults=(
        Fault(
            "the focus elsewhere",
            'document.querySelector("main h1").tabIndex = -1; document.querySelector("h1").focus()',
            **WRONG,
        ),
        Fault("no summary", 'document.querySelector(".summary").remove()', **WRONG),
        Fault("a line too few", 'document.querySelector(".summary li").remove()', **WRONG),
        Fault(
            "a line that leads nowhere", 'document.querySelector(".summary a").setAttribute("href", "#top")', **WRONG
        ),
        Fault(
            "a line that leads to a good box",
            'document.querySelector(".summary a").setAttribute("href", "#month")',
            **WRONG,
        ),
        Fault(
            "a label out of sight",
            'document.querySelector("#number").style.cssText = "margin-top: 100vh; scroll-margin-top: 0"',
            **WRONG,
        ),
        Fault(
            "a label above the edge of the screen",
            'document.body.style.paddingBottom = "200vh"; document.querySelector("#number").style.scrollMarginTop = 0;'
            "addEventListener('click', (event) => event.stopImmediatePropagation(), true)",
            **WRONG,
        ),
        Fault(
            "a label under a header that stays",
            'document.querySelector("header").style.cssText = "position: fixed; inset: 0 0 40vh 0; z-index: 9"',
            **WRONG,
        ),
        Fault(
            "a message that names nothing",
            'document.querySelector(".summary a").textContent = "写真をとるか、写真を選んでください。"',
            **WRONG,
        ),
        Fault(
            "a message without a way out",
            'document.querySelector(".summary a").textContent = "不正な番号です。"',
            **WRONG,
        ),
        Fault(
            "a message without a way out, in a language of few",
            'document.querySelector(".summary a").textContent = "Số này không hợp lệ."',
            variant=Variant("vi"),
            **WRONG,
        ),
    ),
)
