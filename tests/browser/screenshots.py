"""`make screenshots`: a picture of every page in every state, in var/screenshots, to look at."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import BrowserContext

from a11y import walk
from portal.preferences import COOKIE
from tests.browser.resident import PHONE, chromium
from tests.serving import HOUSE, Server, serving

FOLDER = HOUSE / "var" / "screenshots"
PICTURES = HOUSE / "a11y" / "pictures"
_benefit = walk.PAGES["journeys"]["benefit-alone"]
README = (
    ("home", walk.PAGES["alone"]["home"], walk.alone, "as it opens"),
    ("question", _benefit, walk.journey, "birth-date, empty"),
    ("receipt", _benefit, walk.journey, "receipt"),
)


def main() -> None:
    """Walk every journey and page, once as it comes and once in each comfort."""
    with TemporaryDirectory() as folder, serving(Server(Path(folder))) as server, chromium() as browser:
        address = f"http://127.0.0.1:{server.port}"
        for_the_readme(browser.new_context(base_url=address, locale="ja-JP", **PHONE | {"device_scale_factor": 1}))
        for comfort in ("", *walk.PAGES["comforts"]):
            for kind, walked in (("alone", walk.alone), ("journeys", walk.journey)):
                for name, told in walk.PAGES[kind].items():
                    context = browser.new_context(base_url=address, locale="ja-JP", **PHONE)
                    context.add_cookies([{"name": COOKIE, "value": comfort, "url": address}] if comfort else [])
                    page = context.new_page()
                    for n, state in enumerate(walked(page, told, "ja")):
                        place = FOLDER / (comfort.strip(".") or "as-it-comes") / name
                        page.screenshot(path=place / f"{n:02}-{re.sub('[^a-z0-9]+', '-', state)}.png", full_page=True)
                    context.close()
        print(f"{sum(1 for _ in FOLDER.rglob('*.png'))} pictures in {FOLDER.relative_to(HOUSE)}")


def for_the_readme(context: BrowserContext) -> None:
    """The three pictures of the README, as a phone shows them."""
    page = context.new_page()
    for name, told, kind, wanted in README:
        for state in kind(page, told, "ja"):
            if state == wanted:
                page.evaluate("document.activeElement?.blur(); scrollTo(0, 0)")
                page.screenshot(path=PICTURES / f"{name}.png")
                break
    context.close()


if __name__ == "__main__":
    main()
