"""A page with what stands beside its words: seen where there is room for it, left out where there is none."""

from __future__ import annotations

import re

from portal.language.beside.signs import chosen, has_pair, japanese, split

_PIECE = re.compile(r"(<(?:\"[^\"]*\"|[^>\"])*>)([^<]*)")
_BARE = ("<title", "<textarea", "<script", "<style")
"""Elements that hold nothing but text in one language."""


def shown(html: str) -> str:
    """The page with each text followed by its Japanese, marked as such; attributes keep the chosen language.

    Words with tags among them, as the day in the mark has, stand in the chosen language alone.
    """
    if not has_pair(html):
        return html
    pieces = (chosen(piece) if has_pair(piece) and "<" in piece else piece for piece in split(html))
    return _PIECE.sub(_shown, "".join(pieces))


def _shown(found: re.Match[str]) -> str:
    tag, text = found.groups()
    if not has_pair(found[0]):
        return found[0]
    tag = chosen(tag)
    ours, theirs = chosen(text), japanese(text)
    if ours == theirs or tag.startswith(_BARE):
        return tag + ours
    if tag.startswith("<option"):
        return f"{tag}{ours.strip()} / {theirs.strip()}"
    return f'{tag}<span class="both">{ours.rstrip()} <span class="beside" lang="ja">{theirs.strip()}</span></span>'
