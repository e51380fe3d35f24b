"""A page with what stands beside its words: seen where there is room for it, left out where there is none."""

from __future__ import annotations

import re

from portal.language.beside.signs import chosen, has_pair, japanese, split, with_ruby

_PIECE = re.compile(r"(<(?:\"[^\"]*\"|[^>\"])*>)([^<]*)")
RUBY = r'<ruby>\1<rt aria-hidden="true">\2</rt></ruby>'
_PHRASE = re.compile(
    "((?:<ruby>[^<]*<rt[^>]*>[^<]*</rt></ruby>)+)"
    "((?:[をはにでの][をはがにでの]*|[ぁ-ゖ]{1,6}?(?:[をはがにでの]+|(?![ぁ-ゖ])))[、。」』）〉]*)"
)
"""Kanji with the hiragana that belong to them, up to a particle, and what ends them: browsers would part them.
`one-line` and `with-kana` are names of our own, which mean nothing to browsers: no rule for spans reaches them."""
_BARE = ("<title", "<textarea", "<script", "<style")
"""Elements that hold nothing but text in one language."""


def shown(html: str) -> str:
    """The page with each text followed by its Japanese, marked as such, or with kana above its kanji.

    Attributes keep the chosen language, and kanji alone.
    Words with tags among them stand in the chosen language alone.
    """
    html = _PIECE.sub(_with_ruby, html)
    if not has_pair(html):
        return html
    pieces = (chosen(piece) if has_pair(piece) and "<" in piece else piece for piece in split(html))
    return _PIECE.sub(_shown, "".join(pieces))


def _with_ruby(found: re.Match[str]) -> str:
    """A tag without kana, and the text after it with the kana above, which whoever listens does not need."""
    tag, text = (with_ruby(part, r"\1") for part in found.groups())
    bare = tag.startswith((*_BARE, "<option"))
    if bare or text == found[2]:
        return tag + text
    whole = _PHRASE.sub(r"<one-line>\1\2</one-line>", with_ruby(found[2], RUBY))
    return f"{tag}<with-kana>{whole}</with-kana>"  # a button or a summary lays its children out side by side


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
