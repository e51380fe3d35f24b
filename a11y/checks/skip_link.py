"""The first Tab offers a way past the header, and it leads into the page."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from a11y.check import Check, Fault, State
from a11y.keyboard import from_the_top
from a11y.seen import told

FIRST = """() => {
  const it = document.activeElement, { left, top, width, height } = it.getBoundingClientRect();
  const to = it.matches('a[href^="#"]') ? document.querySelector(it.getAttribute("href")) : null;
  if (!to || to !== document.querySelector("main")) return "the first Tab comes to no link to the page's own words";
  const seen = shown(it) && it.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  return seen && it.innerText.trim() ? "" : "the link past the header cannot be seen when it has the focus";
}"""
INSIDE = """() => {
  const main = document.querySelector("main"), it = document.activeElement;
  const stops = [...main.querySelectorAll("*")].some((one) => one.tabIndex >= 0 && one.checkVisibility());
  return main.contains(it) || !stops ? "" : `after the link past the header, Tab comes to ${named(it)}`;
}"""
BACK = """async (before) => {
  if (location.href === before) return;
  const there = new Promise((done) => addEventListener("hashchange", done, { once: true }));
  history.back();
  await there;
}"""


def look(page: Page, _state: State) -> Iterator[str]:
    """Tab, Enter, Tab."""
    before = page.evaluate("location.href")
    with from_the_top(page):
        page.keyboard.press("Tab")
        wrong = told(page, FIRST)
        if not wrong:
            page.keyboard.press("Enter")
            page.keyboard.press("Tab")
            wrong = told(page, INSIDE)
            page.evaluate(BACK, before)
    if wrong:
        yield wrong


CHECK = Check(
    protects=__doc__ or "",
    criteria=("2.4.1",),
    look=look,
    at=lambda state: state.variant.look == "standard",
    faults=(
        Fault("no such link", 'document.querySelector(".skip").remove()'),
        Fault("a link that leads nowhere", 'document.querySelector("main").id = "elsewhere"'),
        Fault("a link nobody sees", 'document.querySelector(".skip").style.clipPath = "inset(50%)"'),
        Fault(
            "a link that does nothing",
            'document.querySelector(".skip").addEventListener("click", (e) => e.preventDefault())',
        ),
        Fault("something before it", 'document.querySelector("header").after(document.querySelector(".skip"))'),
    ),
)
