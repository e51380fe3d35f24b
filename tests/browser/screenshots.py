"""`make screenshots`: a picture of every page in every state, in var/screenshots, to look at."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from a11y import walk
from portal.preferences import COOKIE
from tests.browser.resident import PHONE, chromium
from tests.serving import HOUSE, Server, serving

FOLDER = HOUSE / "var" / "screenshots"


def main() -> None:
    """Walk every journey and page, once as it comes and once in each comfort."""
    with TemporaryDirectory() as folder, serving(Server(Path(folder))) as server, chromium() as browser:
        address = f"http://127.0.0.1:{server.port}"
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


if __name__ == "__main__":
    main()
