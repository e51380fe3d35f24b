"""Signing once more with a telephone's own key, in a real browser that has such keys."""

from __future__ import annotations

import json

from playwright.sync_api import Page, expect

from portal.consent.checkpoint import keys
from portal.consent.findings import Finding
from portal.consent.verify import verify
from tests.browser.test_verify import GENUINE, applied, brought, heading
from tests.journeys.benefit import SERVICE

KEYS = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
"""A telephone that knows its holder."""
BUTTON = "スマホの鍵で、印を付ける"


def test_a_telephone_with_keys_signs_and_everybody_can_check_it(page: Page) -> None:
    applied(page)
    page.goto(f"{SERVICE}/done")
    assert not page.get_by_role("button", name=BUTTON).count(), "without keys nothing is offered"
    line = page.context.new_cdp_session(page)
    line.send("WebAuthn.enable")
    phone = line.send("WebAuthn.addVirtualAuthenticator", {"options": KEYS})["authenticatorId"]
    recognised = {"authenticatorId": phone, "isUserVerified": False}
    line.send("WebAuthn.setUserVerified", recognised)
    page.reload()
    button = page.get_by_role("button", name=BUTTON)
    button.tap()
    expect(page.locator("form[data-passkey] [role=status]")).to_contain_text("印は、付きませんでした。")
    line.send("WebAuthn.setUserVerified", recognised | {"isUserVerified": True})
    button.tap()
    expect(page.locator("main")).to_contain_text("鍵（パスキー）でも")
    expect(page.locator("main h1")).to_be_focused()
    expect(button).to_have_count(0)
    whole = page.request.get(page.locator('a[href*="/bundle/"][href$="/all"]').get_attribute("href") or "").json()
    trusted = keys(page.request.get("/api/v1/logs/kasumigahama/log.pub").text())
    assert Finding("passkey", "proven") in verify(whole, trusted)
    told = json.loads(whole["records"][-1]["record"]["passkey"]["client_data"])
    assert told["origin"] == page.evaluate("location.origin")
    brought(page, whole)
    heading(page, GENUINE)
    expect(page.locator("main .proof")).to_contain_text("鍵（パスキー）でも、印が付いています。")
    expect(page.locator("main .rows")).to_contain_text("鍵で印を付けた日")
