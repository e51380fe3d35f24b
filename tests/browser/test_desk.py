"""The staff's desk in a real browser that has keys: invited, in, out, in again, and a session that was taken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_passkey import KEYS
from tests.serving import Server, free_port, serving

DESK = "/desk/kasumigahama"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The portal under a name: browsers make no keys for bare numbers."""
    port = free_port()
    settings = {"YORISOI_ADDRESS": f"http://localhost:{port}"}
    with serving(Server(tmp_path_factory.mktemp("portal"), port=port, environment=settings)) as started:
        yield started


@pytest.fixture(scope="module")
def address(server: Server) -> str:
    """Where it stands."""
    return f"http://localhost:{server.port}"


def link(server: Server) -> str:
    """The link the first start printed."""
    found = re.search(rf"http://localhost:\d+({DESK}/invitation/[\w-]+)", server.log.read_text())
    assert found
    return found[1]


def test_from_the_first_link_to_a_session_that_was_taken(
    server: Server, page: Page, opened: Callable[..., Page]
) -> None:
    line = page.context.new_cdp_session(page)
    line.send("WebAuthn.enable")
    line.send("WebAuthn.addVirtualAuthenticator", {"options": KEYS})
    page.goto(link(server))
    page.get_by_label("パスキーの名前").fill("窓口のパソコン")
    page.keyboard.press("Enter")
    expect(page.locator("main h1")).to_have_text("はじめの管理者さんの机")
    page.get_by_role("button", name="終わる").click()
    expect(page.locator("main h1")).to_have_text("終わりました")
    page.goto(f"{DESK}/account")
    button = page.get_by_role("button", name="パスキーで入る")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator("main h1")).to_have_text("あなたのこと")
    expect(page.locator("main .people")).to_contain_text("窓口のパソコン")
    thief = opened(user_agent="Mozilla/5.0 (another browser)")
    thief.context.add_cookies(page.context.cookies())
    thief.goto(f"{DESK}/account")
    expect(thief.locator("main h1")).to_have_text("職員の机に入る")
    page.reload()
    expect(page.locator("main [role=status]").first).to_contain_text("安全のため終わりました")
    button.click()
    expect(page.locator("main h1")).to_have_text("あなたのこと")
