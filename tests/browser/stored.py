"""A telephone that keeps things: its browser, what lies in it, and how it is when it can keep nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext

from tests.browser.resident import PHONE, executable
from tests.serving import Server

WAITING = """() => new Promise((done) => {
  indexedDB.open("yorisoi").onsuccess = ({ target: { result } }) => {
    const counted = result.transaction("queue").objectStore("queue").count();
    counted.onsuccess = () => { result.close(); done(counted.result); };
  };
})"""
"""How many forms wait."""
KEPT = """async () => {
  const shelves = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
  const all = await Promise.all(shelves.map(async (shelf) => {
    return Promise.all((await shelf.keys()).map(async (request) => (await shelf.match(request)).text()));
  }));
  return all.flat().join();
}"""
"""All that the service worker keeps."""
NO_BASE = "Object.defineProperty(globalThis, 'indexedDB', { value: undefined })"
FULL = """const { add } = IDBObjectStore.prototype;
IDBObjectStore.prototype.add = function (row) {
  const wish = add.call(this, row);
  this.transaction.abort();
  return wish;
};"""
"""A browser in private that has no place for it, and one whose place is full."""


@contextmanager
def phone(browser: Browser, folder: Path, server: Server) -> Iterator[BrowserContext]:
    """A telephone's browser that remembers; opened again, it finds what it had."""
    context = browser.browser_type.launch_persistent_context(
        folder,
        executable_path=executable(),
        args=["--no-sandbox", "--disable-gpu"],
        base_url=server.address,
        locale="ja-JP",
        **PHONE,
    )
    yield context
    context.close()
