"""Browsers: which of them cannot tell where a Japanese phrase ends, by how they name themselves."""

from __future__ import annotations

import re
from functools import lru_cache

FIRST = 119
"""The first Chromium that can (chromestatus.com, feature 5133892532568064)."""
_CHROMIUM = re.compile(r"Chrom(?:e|ium)/(\d*)")
_OTHER = re.compile(r"AppleWebKit/|Gecko/.*Firefox/")
_MACHINE = re.compile("bot|crawl|spider", re.IGNORECASE)
"""What reads pages for search engines takes the words as they are."""


@lru_cache(512)
def unable(user_agent: str) -> bool:
    """Whether a browser is known to end lines within Japanese words; one nobody knows gets pages as they are."""
    if _MACHINE.search(user_agent):
        return False
    if chromium := _CHROMIUM.search(user_agent):
        return bool(chromium[1]) and int(chromium[1]) < FIRST
    return bool(_OTHER.search(user_agent))
