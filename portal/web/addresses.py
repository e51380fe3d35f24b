"""Where every page stands: /{language}/{municipality}/…"""

from __future__ import annotations

from urllib.parse import quote

PATTERNS = {
    "home": "/{language}/{town}/",
    "resume": "/{language}/{town}/resume",
    "status": "/{language}/{town}/status",
    "preferences": "/{language}/{town}/preferences",
    "start": "/{language}/{town}/{service}/",
    "review": "/{language}/{town}/{service}/review",
    "consent": "/{language}/{town}/{service}/consent",
    "done": "/{language}/{town}/{service}/done",
    "later": "/{language}/{town}/{service}/later",
    "step": "/{language}/{town}/{service}/{step}",
    "person": "/{language}/{town}/{service}/{step}/{person}",
}
"""Fixed names stand before {step}, so that they are found first."""


def address(name: str, language: str, town: str, **parts: str) -> str:
    """The path of a page. Raises KeyError for an unknown page or a missing part."""
    safe = {key: quote(part, safe="") for key, part in parts.items()}
    return PATTERNS[name].format(language=language, town=town, **safe)
