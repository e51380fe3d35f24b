"""`make screenshots`: a picture of every page in every state, in var/screenshots, and where each message is seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page

from a11y.check import State, Variant
from a11y.variants import shown
from a11y.walk import Walk, walked, walks
from portal.language.translating.seen import picture
from tests.browser.resident import chromium
from tests.seen import Looked, keep
from tests.serving import HOUSE, Server, serving

FOLDER = HOUSE / "var" / "screenshots"
PICTURES = HOUSE / "a11y" / "pictures"
PATIENCE = 60_000
"""Milliseconds a picture may take; the longest pages have 20,000 lines of pixels."""
DESK = "desk/"
"""The beginning of the names of pages for staff, whose words no translator is sent."""
LOADED = """() => Promise.all([...document.images].map((it) => {
    it.loading = "eager";
    return it.decode().catch(() => null);
})).then(() => scrollTo(0, 0))"""
"""The whole page is in the picture: what the browser would fetch only when it comes near is fetched now, and what
stays in view as one goes on stands at the top."""
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
    looked = Looked()
    with TemporaryDirectory() as folder, serving(Server(Path(folder))) as server, chromium() as browser:
        address = server.address
        for place, variant in VARIANTS.items():
            for page, state in every(browser, address, variant, walks()):
                page.screenshot(path=FOLDER / place / picture(state.page, state.name), full_page=True)
                if variant == Variant() and not state.page.startswith(DESK):
                    looked.look(state.page, state.name, page.content())
        short = [walk for walk in walks() if walk.name in ("home", "benefit-alone")]
        for page, state in every(browser, address, Variant(), short, device_scale_factor=1):
            if name := README.get((state.page, state.name)):
                page.evaluate("document.activeElement?.blur(); scrollTo(0, 0)")
                page.screenshot(path=PICTURES / f"{name}.png")
    print("{} of {} messages are seen on a page".format(*keep(looked)))
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
