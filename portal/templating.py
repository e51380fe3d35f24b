"""One Jinja environment for pages and letters; no HTTP, no database."""

from __future__ import annotations

import re
from collections.abc import MutableMapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateNotFound, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from portal.language.beside.page import shown
from portal.language.beside.signs import chosen, japanese
from portal.language.counting import CHINESE, JAPANESE
from portal.language.marks import plain
from portal.language.phrases.ends import SIGN
from portal.language.phrases.long import LARGEST
from portal.language.phrases.page import Told, phrased, phrased_beside
from portal.language.words import BESIDE, CODES, SOURCE, Say, meant, words_for

TEMPLATES = Path(__file__).parents[1] / "templates"
BETWEEN = f"\n{'─' * 20}\n\n"
"""Between a letter in one language and the same in another."""


@pass_context
def _gettext(context: Context, text: str | Say, **values: object) -> str:
    return words_for(context.get("reads") or context["language"])(text, **values)


@pass_context
def _ngettext(context: Context, one: str, other: str, n: int, **values: object) -> str:
    return words_for(context.get("reads") or context["language"]).count(one, other, n, **values)


class _Templates(Environment):
    """Keeps what every template may use in one plain dict.

    Jinja's own chain of dicts is walked in Python, for every page and once more for each component it imports.
    """

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What a template may use, with what is its own."""
        return {**self.globals, **(d or {})}


_NUMBER = re.compile(r"([「（“(\"]?\d+(?:-\d+)+[」）”)\"、。,.]*)")
"""One that is written in groups, of a receipt or a telephone; with the signs around it, which end and begin no line."""


def whole(text: str, *pieces: str) -> Markup:
    """A text whose pieces, or else all numbers in it, stay on one line each where there is room for them."""
    found = re.compile(f"({'|'.join(map(re.escape, pieces))})") if all(pieces) and pieces else _NUMBER
    marked = Markup('<bdi class="whole">{}</bdi>')
    return Markup().join(marked.format(part) if n % 2 else part for n, part in enumerate(found.split(text)))


def _environment(**options: Any) -> Environment:
    environment = _Templates(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        **options,
    )
    environment.globals.update(_=_gettext, gettext=_gettext, ngettext=_ngettext, meant=meant)
    environment.filters.update(plain=plain, chosen=chosen, japanese=japanese, whole=whole)
    return environment


PAGES = _environment(autoescape=True)
LETTERS = _environment(autoescape=False, keep_trailing_newline=True)


def page(template: str, context: dict[str, Any]) -> str:
    """A page as HTML; `context` has at least `language`, and `reads` where something stands beside its words.

    `phrases` tells that its browser has to be told where Japanese phrases end, `text` how large letters are (per cent).
    Raises jinja2's UndefinedError for a missing value.
    """
    html = PAGES.get_template(template).render(context)
    japanese, phrases = context["language"] in JAPANESE, context.get("phrases", False)
    told = Told.ENDS if phrases else Told.NOTHING
    if "phrases" in context and context.get("text") == LARGEST:  # pages of the desk are told nothing
        told |= Told.LONG
    if told and japanese:
        html = phrased(html, told)
    if BESIDE in context.get("reads", ""):
        html = shown(html)
    if japanese:
        return html
    html = marked(html, context["language"])
    return phrased_beside(html) if phrases else html


_TEXT = re.compile(f"(<[^>]*>)([^<{SIGN}]*[{SIGN}][^<]*)")
_RUN = re.compile(f"[{SIGN}](?:[\\s（）「」・、。]*[{SIGN}]|[ 　]?[0-9０-９][-0-9０-９]*|[）」。])*")
_KANA_RUN = re.compile(f"[{SIGN}]*[ぁ-ゖァ-ヺ](?:[ 　]?[{SIGN}])*")
"""A Japanese word in Chinese, where kanji alone tell nothing."""
_UNMARKED = ("<title", "<textarea", "<option", "<script", "<style")


def marked(html: str, language: str) -> str:
    """A page in another language with every Japanese name and address marked, so that a Japanese voice reads it.

    A link or button keeps its words together in one box: many of them lay out what is inside side by side. A box to
    write in holds text alone: it is marked as a whole where most of it is Japanese.
    """
    return _TEXT.sub(partial(_mark, _KANA_RUN if language in CHINESE else _RUN), html)


def _mark(run: re.Pattern[str], found: re.Match[str]) -> str:
    tag, text = found.groups()
    if tag.startswith("<textarea") and " lang=" not in tag:
        ours = sum(len(one[0]) for one in run.finditer(text))
        return f'{tag[:-1]} lang="ja">{text}' if 2 * ours > len(text) else found[0]
    if tag.startswith(_UNMARKED) or " lang=" in tag or not run.search(text):
        return found[0]
    text = run.sub(r'<bdi lang="ja">\g<0></bdi>', text)
    return f"{tag}<bdi>{text}</bdi>" if tag.startswith(("<a ", "<button ", "<summary", "<label")) else tag + text


class Letter(NamedTuple):
    """A letter as a mail has it: the subject in one line, and the same words as text and as HTML (`html` may be "")."""

    subject: str
    text: str
    html: str


def letter(name: str, /, *languages: str, **context: Any) -> Letter:
    """A letter of `templates/letters`, in Japanese unless told otherwise; in several languages one below another."""
    told = [{**context, "language": language} for language in languages or (SOURCE,)]
    subject = " ".join(LETTERS.get_template(f"letters/{name}/subject.txt").render(told[0]).split())
    body = LETTERS.get_template(f"letters/{name}/body.txt")
    return Letter(subject, BETWEEN.join(body.render(each) for each in told), _html(name, subject, told))


def _html(name: str, subject: str, told: Sequence[dict[str, Any]]) -> str:
    """The letter as a page that needs nothing from anywhere; "" for one that machines read as well as people."""
    try:
        body = PAGES.get_template(f"letters/{name}/body.html")
    except TemplateNotFound:
        return ""
    parts = [(CODES[each["language"]].html_lang, _own(body.render(each), each["language"])) for each in told]
    return PAGES.get_template("letters/layout/letter.html").render(subject=subject, parts=parts)


def _own(html: str, language: str) -> Markup:
    return Markup(html if language in JAPANESE else marked(html, language))
