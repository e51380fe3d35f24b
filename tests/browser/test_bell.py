"""Told on the telephone when the office has answered: only where its holder asked, without a word of anybody."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Page, expect

from portal.delivery.push.sealing import decoded
from tests.browser.test_verify import applied
from tests.delivery.push.given import Telephone
from tests.journeys.benefit import HOME, SERVICE
from tests.waiting import until

BUTTON, ENOUGH = "返事が来たら、知らせてもらう", "知らせてもらうのを、やめる"
NOTE = {
    "title": "役所から、知らせがあります。",
    "body": "ここを押すと、申し込みの様子を見るページが開きます。",
    "language": "ja",
    "url": f"{HOME}/status",
}
"""As the server writes it (tests/cases/course/test_bell.py)."""
SERVED = """(given) => {
  const held = { ...given, toJSON: () => ({ endpoint: given.endpoint, keys: given.keys }) };
  PushManager.prototype.subscribe = async (wish) => { globalThis.wish = wish; return held; };
  PushManager.prototype.getSubscription = async () => (globalThis.wish ? held : null);
  Object.defineProperty(Notification, "permission", { get: () => (globalThis.asked ? "granted" : "default") });
  Notification.requestPermission = async () => { globalThis.asked = true; return Notification.permission; };
}"""
"""No push service is on this machine, and a browser without a window shows no notes: both are done from here."""
SHOWS = """() => {
  registration.showNotification = async (title, { body, lang, data }) => {
    globalThis.shown = { title, body, language: lang, url: data };
  };
}"""


def delivered(page: Page, note: dict[str, str]) -> dict[str, str]:
    """What the service worker shows of what the push service brings, opened by the browser."""
    page.wait_for_function("navigator.serviceWorker.ready.then(({ active }) => active.state === 'activated')")
    line, registered = page.context.new_cdp_session(page), list[str]()

    def told(event: dict[str, Any]) -> None:
        registered.extend(each["registrationId"] for each in event["registrations"])

    line.on("ServiceWorker.workerRegistrationUpdated", told)
    line.send("ServiceWorker.enable")
    until(lambda: page.evaluate("null") or registered, what="the browser to tell of its worker")
    (worker,) = page.context.service_workers
    worker.evaluate(SHOWS)
    brought = {"origin": page.evaluate("location.origin"), "registrationId": registered[0]}
    line.send("ServiceWorker.deliverPushMessage", {**brought, "data": json.dumps(note)})
    return dict(until(lambda: worker.evaluate("globalThis.shown"), what="the note"))


def test_a_telephone_is_told_when_its_holder_wants_it(page: Page) -> None:
    applied(page)
    given = {"endpoint": "https://push.example/1", "keys": Telephone().given}
    page.add_init_script(f"({SERVED})({json.dumps(given)})")
    page.goto(f"{SERVICE}/done")
    expect(page.get_by_role("button", name=BUTTON)).to_be_visible()
    assert not page.evaluate("globalThis.asked"), "the browser asks nobody who did not ask"
    expect(page.get_by_role("button", name=ENOUGH)).to_be_hidden()
    status = page.locator("form[data-bell] [role=status]")
    page.get_by_role("button", name=BUTTON).tap()
    expect(status).to_have_text("わかりました。役所が返事をしたとき、このスマホに知らせます。")
    assert page.evaluate("wish.userVisibleOnly")
    assert len(decoded(page.evaluate("wish.applicationServerKey"))) == 65
    assert delivered(page, NOTE) == NOTE
    page.get_by_role("button", name=ENOUGH).tap()
    expect(status).to_have_text("もう、このスマホに知らせません。")
    page.evaluate("() => { PushManager.prototype.subscribe = async () => { throw new Error(); }; }")
    page.get_by_role("button", name=BUTTON).tap()
    expect(status).to_contain_text("このスマホには、知らせることができませんでした。")


def test_where_the_browser_cannot_nothing_is_offered(page: Page) -> None:
    applied(page)
    page.add_init_script("delete globalThis.PushManager")
    page.goto(f"{SERVICE}/done")
    expect(page.locator("h1")).to_be_visible()
    assert page.locator("template[data-bell]").count() == 1
    assert not page.get_by_role("button", name=BUTTON).count()
