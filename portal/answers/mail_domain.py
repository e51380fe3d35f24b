"""The domains most people in Japan have their mail at, and what a slip of the finger makes of them."""

from __future__ import annotations

from portal.language.folding import one_slip

KNOWN = frozenset(
    {"gmail.com", "yahoo.co.jp", "yahoo.ne.jp", "ymail.ne.jp", "docomo.ne.jp", "ezweb.ne.jp", "au.com", "icloud.com"}
    | {"softbank.ne.jp", "i.softbank.jp", "ymobile.ne.jp", "outlook.jp", "outlook.com", "hotmail.com", "hotmail.co.jp"}
    | {"live.jp", "msn.com", "me.com", "mac.com", "nifty.com", "ocn.ne.jp", "plala.or.jp", "biglobe.ne.jp"}
    | {"so-net.ne.jp", "rakuten.jp", "excite.co.jp", "infoseek.jp", "uqmobile.jp", "willcom.com", "dion.ne.jp"}
    | {"mail.com", "email.com", "ymail.com", "yahoo.com", "gmx.com", "live.com", "outlook.co.jp"}
)
_LONG_ENOUGH = 8
"""Letters of a domain; shorter ones have too many true neighbours."""
_LONG = sorted(domain for domain in KNOWN if len(domain) >= _LONG_ENOUGH)
_ALWAYS = {"gmail": "gmail.com", "docomo": "docomo.ne.jp", "ezweb": "ezweb.ne.jp", "icloud": "icloud.com"}
"""Names that have mail under one domain only."""
_NEVER = {"yahoo.jp": "yahoo.co.jp", "softbank.jp": "softbank.ne.jp", "au.jp": "au.com", "ocn.jp": "ocn.ne.jp"}
"""Domains nobody has mail at, and what they are taken for."""
_WRONG_ENDS = {"con": "com", "cmo": "com", "ocm": "com", "vom": "com", "xom": "com", "comm": "com", "coom": "com"}
_UNDER_JP = {"co", "ne", "or", "ac", "go", "ed", "lg", "gr", "ad"}


def likely(domain: str) -> str | None:
    """The domain that was probably meant, or None where nothing looks mistyped."""
    if domain in KNOWN:
        return None
    if domain in _NEVER:
        return _NEVER[domain]
    labels = domain.split(".")
    if labels[0] in _ALWAYS and len(labels) < 4:
        return _ALWAYS[labels[0]]
    if labels[-1] in _WRONG_ENDS:
        mended = ".".join([*labels[:-1], _WRONG_ENDS[labels[-1]]])
        return likely(mended) or mended
    if len(labels) > 2 and labels[-2] in _UNDER_JP and labels[-1] != "jp" and one_slip(labels[-1], "jp"):
        mended = ".".join([*labels[:-1], "jp"])
        return likely(mended) or mended
    if len(domain) < _LONG_ENOUGH:
        return None
    alike = (known for known in _LONG if abs(len(known) - len(domain)) <= 1 and known[-1] == domain[-1])
    return next((known for known in alike if one_slip(domain, known)), None)
