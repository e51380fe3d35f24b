"""A service filled in where the network goes: what is kept of it stands, waits to be sent, and is asked once more.

The pages are kept as the service worker keeps them, without one: in a round nothing comes to a page by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from playwright.sync_api import Page

from a11y.pages import SUMMARY, Named, on
from tests.browser.resident import answer, question

KEEP = """async (service) => {
  const list = service + "kept.json", { text, contrast, aloud } = document.documentElement.dataset;
  const beside = { kana: "..on", ja: ".on" }[document.querySelector(".stored").dataset.beside] ?? "..off";
  const answer = await fetch(`${list}?comfort=${text}.${contrast}..${aloud}${beside}`, { credentials: "omit" });
  const whole = answer.clone(), { pages } = await answer.json();
  const shelf = await caches.open(`service ${list}`);
  await shelf.put(list, whole);
  for (const { path, html } of pages)
    await shelf.put(path, new Response(html, { headers: { "Content-Type": "text/html; charset=utf-8" } }));
  await shelf.put("/opened", new Response(String(Date.now())));
  document.dispatchEvent(new Event("kept"));
}"""
"""What static/components/stored.js and static/worker/service.js do."""
AS_KEPT = "async (service) => (await caches.match(service)).text()"
FORGET = "indexedDB.deleteDatabase('yorisoi'); localStorage.removeItem('yorisoi-waiting')"
WAITS, SENT = "main .waiting:not(:empty)", "() => ['[]', null].includes(localStorage.getItem('yorisoi-waiting'))"


def unsent(page: Page, name: str, told: Mapping[str, Any], language: str) -> Named:
    """The first question as it was kept; then no form gets through; the service is opened again; and what is amiss is
    asked once more.

    Each state is come to anew: a page that is opened again, as some checks do, knows no more what was answered.
    """
    service = told["path"].format(language=language)
    for n in range(3 + len(told["unsent"])):
        page.goto(service.rpartition("/kyufukin")[0] + "/")
        page.evaluate(FORGET)
        states = _states(page, service, told["unsent"])
        if state := next((state for at, state in enumerate(states) if at == n), ""):
            yield name, state
        page.unroute_all()


def _states(page: Page, service: str, unsent: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    page.goto(service)
    page.evaluate(KEEP, service)
    page.locator(f'.live[data-ahead="{service}"]').wait_for(state="attached")
    on(page, page.locator("main [value=begin]"))
    page.wait_for_function(SENT)
    yield "as it was kept"
    page.route(f"**{service}**", lambda route: route.abort("internetdisconnected"))
    for step, typed in unsent.items():
        question(page, service + step).wait_for()
        answer(page, typed)
        on(page)
        page.locator(WAITS).wait_for()
        yield f"not sent yet, after {step}"
    kept = page.evaluate(AS_KEPT, service)
    page.route(f"**{service}", lambda route: route.fulfill(body=kept, content_type="text/html; charset=utf-8"))
    page.goto(service)
    page.locator("main .go[value=continue]").wait_for()
    yield "not sent yet, opened again"
    page.unroute_all()
    page.evaluate("dispatchEvent(new Event('online'))")
    page.locator(WAITS).wait_for()
    on(page)
    page.locator(SUMMARY).wait_for()
    yield "asked once more"
