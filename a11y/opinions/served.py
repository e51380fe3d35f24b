"""The HTML of a page: as the server sent it, and as it stands in the browser now."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from a11y.check import State

SENT_AGAIN = ("in error", "wrong")
"""States in which the form stands as it was refused; sent again it is refused again and leaves no trace."""
FORM = """() => {
  const form = document.querySelector("main form"), typed = new FormData(form);
  const parts = [...typed].filter(([, text]) => typeof text === "string");
  return [form.getAttribute("action") ?? location.pathname, `${new URLSearchParams([...parts, ["do", "next"]])}`];
}"""
FORM_TYPE = {"content-type": "application/x-www-form-urlencoded"}


def documents(page: Page, state: State) -> Iterator[tuple[str, str]]:
    """("live" or "served", HTML). After words that were taken up in part, what was sent cannot be asked for again."""
    yield "live", page.content()
    if not page.locator("main .summary").count():
        yield "served", page.request.get(page.url).text()
    elif state.name.startswith(SENT_AGAIN):
        path, body = page.evaluate(FORM)
        yield "served", page.request.post(path, data=body, headers=FORM_TYPE).text()
