"""One Jinja environment for pages and letters; no HTTP, no database."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from portal.language.words import SOURCE, Say, words_for

TEMPLATES = Path(__file__).parents[1] / "templates"


@pass_context
def _gettext(context: Context, text: str | Say, **values: object) -> str:
    return words_for(context["language"])(text, **values)


@pass_context
def _ngettext(context: Context, one: str, other: str, n: int, **values: object) -> str:
    return words_for(context["language"]).count(one, other, n, **values)


def _environment(**options: Any) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        **options,
    )
    environment.globals.update(_=_gettext, gettext=_gettext, ngettext=_ngettext)
    return environment


PAGES = _environment(autoescape=True)
LETTERS = _environment(autoescape=False, keep_trailing_newline=True)


def page(template: str, context: dict[str, Any]) -> str:
    """A page as HTML; `context` has at least `language`. Raises jinja2's UndefinedError for a missing value."""
    return PAGES.get_template(template).render(context)


def letter(name: str, /, **context: Any) -> tuple[str, str]:
    """A letter to staff, in Japanese: subject (one line) and body."""
    context.setdefault("language", SOURCE)
    subject = LETTERS.get_template(f"letters/{name}/subject.txt").render(context)
    body = LETTERS.get_template(f"letters/{name}/body.txt").render(context)
    return " ".join(subject.split()), body
