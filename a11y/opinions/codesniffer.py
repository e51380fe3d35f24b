"""HTML_CodeSniffer, at the highest level of WCAG 2.1, finds nothing; of what it asks a person, each is answered."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from a11y.check import Check, Fault, State
from a11y.opinions.opinion import DOUBTS, FAILS, INSTALLED, Opinion, asked, counted, opinion

BUNDLE = INSTALLED / "html_codesniffer" / "build" / "HTMLCS.js"
ERROR = 1
ASK = """() => new Promise((done) => HTMLCS.process("WCAG2AAA", document, () => done(HTMLCS.getMessages().map((it) =>
  [it.type, it.code.split(".").slice(3).join("."), it.msg, it.element.outerHTML ?? "the document"]))))"""


def hear(page: Page, _state: State) -> Iterator[Opinion]:
    """Errors; warnings and notices are doubts. A rule is a success criterion and its techniques."""
    for kind, rule, message, element in asked(page, BUNDLE, "HTMLCS", ASK):
        yield opinion("codesniffer", FAILS if kind == ERROR else DOUBTS, rule, message, element)


CHECK = Check(
    protects=__doc__ or "",
    criteria=(),
    look=counted(hear),
    faults=(
        Fault("a box without its label", "document.querySelector('main label[for=number]').remove()"),
        Fault("letters too pale", "document.querySelector('main h1').style.color = '#bbb'"),
        Fault("a link without words", "document.querySelector('footer a').textContent = ''"),
    ),
)
