"""`make screenshots`: a picture of every page in every state, in var/screenshots, to look at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page

from a11y.check import State, Variant
from a11y.variants import shown
from a11y.walk import Walk, walked, walks
from tests.browser.resident import chromium
from tests.serving import HOUSE, Server, serving

FOLDER = HOUSE / "var" / "screenshots"
PICTURES = HOUSE / "a11y" / "pictures"
PATIENCE = 60_000
"""Milliseconds a picture may take; the longest pages have 20,000 lines of pixels."""
LOADED = """() => Promise.all([...document.images].map((it) => {
    it.loading = "eager";
    return it.decode().catch(() => null);
}))"""
"""The whole page is in the picture: what the browser would fetch only when it comes near is fetched now."""
VARIANTS = {
    "as-it-comes": Variant(),
    "largest-letters": Variant(text=300),
    "dark": Variant(look="dark"),
}
README = {
    ("home", "as it opens"): "home",
    ("kyufukin/birth-date", "empty"): "question",
    ("kyufukin/done", "as it opens"): "receipt",
}
"""Page and state → its name among the pictures of the README."""


def main() -> None:
    """Walk everything once in each variant; then the three pictures of the README."""
    with TemporaryDirectory() as folder, serving(Server(Path(folder))) as server, chromium() as browser:
        address = server.address
        for place, variant in VARIANTS.items():
            for n, (page, state) in enumerate(every(browser, address, variant, walks())):
                name = re.sub("[^a-z0-9]+", "-", f"{state.page} {state.name}")
                page.screenshot(path=FOLDER / place / f"{n:03}-{name}.png", full_page=True)
        short = [walk for walk in walks() if walk.name in ("home", "benefit-alone")]
        for page, state in every(browser, address, Variant(), short, device_scale_factor=1):
            if name := README.get((state.page, state.name)):
                page.evaluate("document.activeElement?.blur(); scrollTo(0, 0)")
                page.screenshot(path=PICTURES / f"{name}.png")
    print(f"{sum(1 for _ in FOLDER.rglob('*.png'))} pictures in {FOLDER.relative_to(HOUSE)}")


def every(
    browser: Browser, address: str, variant: Variant, some: Iterable[Walk], **wishes: float
) -> Iterator[tuple[Page, State]]:
    """Each page in each state, once."""
    met: set[State] = set()
    for walk in some:
        page = shown(browser, address, variant, **wishes)
        page.set_default_timeout(PATIENCE)
        for state in walked(page, walk, variant, met):
            page.evaluate(LOADED)
            yield page, state
        page.context.close()


if __name__ == "__main__":
    main()
