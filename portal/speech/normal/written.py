"""Written: the signs numbers are made of, in either width, as parts of patterns; and a number in plain digits."""

from __future__ import annotations

import re

from portal.language.width import SURE_DASHES

D = "[0-9０-９]"
"""One digit."""
NO_DIGIT_BEFORE, NO_DIGIT_AFTER = "(?<![0-9０-９,，.．])", "(?![0-9０-９])"
DASH = f"[-ーｰ{SURE_DASHES}]"
"""Between digits, whatever sign a hand or a machine took for a dash."""
TILDE = "[~〜～∼]"
SLASH = "[/／]"
_NARROW = str.maketrans("０１２３４５６７８９，．", "0123456789,.")


def plain(text: str) -> str:
    """Digits, commas and points in half width."""
    return text.translate(_NARROW)


def whole(pattern: str) -> re.Pattern[str]:
    """A pattern that begins and ends where no digit stands beside it."""
    return re.compile(NO_DIGIT_BEFORE + pattern + NO_DIGIT_AFTER)
