"""IBM's Equal Access engine, which also judges by its own recommendations, finds nothing that is unanswered."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from a11y.check import Check, Fault, State
from a11y.opinions.opinion import DOUBTS, FAILS, INSTALLED, Opinion, asked, counted, opinion

BUNDLE = INSTALLED / "accessibility-checker-engine" / "ace.js"
ASK = """async () => (await new ace.Checker().check(document, ["IBM_Accessibility", "WCAG_2_2"])).results
  .filter((it) => it.value[1] !== "PASS")
  .map((it) => [it.value.join(" "), `${it.ruleId}/${it.reasonId}`, it.message, it.snippet])"""


def hear(page: Page, _state: State) -> Iterator[Opinion]:
    """Violations and recommendations that fail; those that may, or that a person must look at, are doubts."""
    for value, rule, message, snippet in asked(page, BUNDLE, "ace", ASK):
        yield opinion("ibm", FAILS if value.endswith("FAIL") else DOUBTS, rule, message, snippet)


CHECK = Check(
    protects=__doc__ or "",
    criteria=(),
    look=counted(hear),
    faults=(
        Fault("a box without its label", "document.querySelector('main label[for=number]').remove()"),
        Fault("an unknown language", "document.documentElement.removeAttribute('lang')"),
        Fault("a picture nobody can hear", "document.querySelector('main').append(new Image(40, 40))"),
        Fault("text outside every landmark", "document.body.insertAdjacentHTML('beforeend', '<p>どこにもない</p>')"),
    ),
)
