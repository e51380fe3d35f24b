"""html-validate finds no HTML that is wrong, obsolete or hard on assistive technology."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from a11y.check import Check, Fault, State
from a11y.opinions.opinion import BUILT, Opinion, asked, counted, opinion
from a11y.opinions.served import documents

BUNDLE = BUILT / "html_validate.js"
ASK = "(given) => htmlValidate(given)"


def hear(page: Page, state: State) -> Iterator[Opinion]:
    """Errors; its warnings are doubts."""
    for document in documents(page, state):
        for level, rule, message, source in asked(page, BUNDLE, "htmlValidate", ASK, document):
            yield opinion("html_validate", level, rule, message, source)


CHECK = Check(
    protects=__doc__ or "",
    criteria=(),
    look=counted(hear),
    faults=(
        Fault("an id that comes twice", "document.querySelector('main h1').id = 'number'"),
        Fault("a label for nothing", "document.querySelector('main label[for=number]').htmlFor = 'nowhere'"),
        Fault("a block inside a phrase", "document.querySelector('main label').innerHTML += '<p>?</p>'"),
    ),
)
