"""Nothing that the rules of axe can see is amiss, and nothing they cannot decide is left undecided."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from a11y.check import Check, Fault, State
from a11y.seen import told

VERSIONS = ("wcag2", "wcag21", "wcag22")
TAGS = [*(version + level for version in VERSIONS for level in ("a", "aa", "aaa")), "best-practice"]
FORCED = ("target-size", "label-content-name-mismatch")
"""Rules that axe leaves out by itself: one is off, one on trial."""
OPTIONS = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {**{rule: {"enabled": True} for rule in FORCED}, "color-contrast": {"enabled": False}},
    "resultTypes": ["violations", "incomplete"],
}
PALE = {
    "id": "color-contrast-enhanced",
    "options": {
        **{"ignoreUnicode": True, "ignoreLength": False, "ignorePseudo": False, "pseudoSizeThreshold": 0.25},
        **{"boldValue": 700, "boldTextPt": 14, "largeTextPt": 18, "shadowOutlineEmMax": 0.1, "textStrokeEmMin": 0.03},
        "contrastRatio": {"normal": {"expected": 7}, "large": {"expected": 4.5}},
    },
}
"""Contrast costs more than all other rules: one rule tells of everything below 7:1, which axe shares between two."""
UNDECIDED = "undecided: "
RUN = """async (options) => {
  const { violations, incomplete } = await axe.run(options);
  return { violations, incomplete };
}"""
INSIDE = """(given) => {
  const it = document.querySelector(given);
  let home = it;
  while (getComputedStyle(home).display === "inline") home = home.parentElement;
  const box = home.getBoundingClientRect();
  const texts = [...words(it)].map(({ node }) => node).filter((node) => !node.parentElement.matches("rt"));
  const holds = ({ left, right, top, bottom }) =>
    left >= box.left - 1 && right <= box.right + 1 && top >= box.top - 1 && bottom <= box.bottom + 1;
  return texts.length > 0 && texts.flatMap(pieces).every((one) => holds(middle(one, it)));
}"""
"""Whether all words of an element, less their spaces, lie inside the block they belong to; kana stand between
lines, where those of the first reach a little over the block."""


def look(page: Page, _state: State) -> Iterator[str]:
    """Rule, what it wants, where. What axe leaves to a person is told apart."""
    found = told_by_axe(page)
    for kind, mark in (("violations", ""), ("incomplete", UNDECIDED)):
        for rule in found[kind]:
            for node in rule["nodes"]:
                if kind == "incomplete" and _hangs(page, node):
                    continue
                yield f"{mark}{rule['id']}: {rule['help']}: {_where(node)} [{_criteria(rule['tags'])}]"


def told_by_axe(page: Page) -> dict[str, Any]:
    """What axe makes of the page, in its own words."""
    if not page.evaluate("'axe' in window"):  # pages that are swapped keep it
        page.evaluate(AXE_SCRIPT)
        page.evaluate("(pale) => { axe.configure({ checks: [pale] }) }", PALE)
    found: dict[str, Any] = page.evaluate(RUN, OPTIONS)
    return found


def _criteria(tags: list[str]) -> str:
    """ "WCAG 1.4.3" from the tag wcag143; a rule without criteria is good practice."""
    found = [tag.removeprefix("wcag") for tag in tags]
    told = [f"{digits[0]}.{digits[1]}.{digits[2:]}" for digits in found if digits.isdigit() and len(digits) > 2]
    return f"WCAG {', '.join(told)}" if told else "best practice"


def _hangs(page: Page, node: dict[str, Any]) -> bool:
    """Whether only a wide space that hangs over the end of a line keeps axe from deciding: the words themselves lie
    on their own ground, or are covered by nothing but what is around them."""
    reasons = {one["data"].get("messageKey"): one for one in node["any"] if isinstance(one.get("data"), dict)}
    if "elmPartiallyObscuring" in reasons:
        return bool(told(page, INSIDE, node["target"][0]))
    covered = reasons.get("elmPartiallyObscured", {"relatedNodes": []})
    over = [it["target"][0] for it in covered["relatedNodes"]]
    around = "([it, over]) => over.every((one) => document.querySelector(one).contains(document.querySelector(it)))"
    return bool(over) and bool(page.evaluate(around, [node["target"][0], over]))


def _where(node: dict[str, Any]) -> str:
    data = next((one.get("data") for one in [*node["any"], *node["all"], *node["none"]] if one.get("data")), None)
    why = data.get("messageKey") if isinstance(data, dict) else None
    return f"{node['html'][:120]}" + (f" ({why})" if why else "")


LABEL = "document.querySelector('main label[for=number]')"
CHECK = Check(
    protects=__doc__ or "",
    criteria=(
        "1.1.1",
        "1.3.1",
        "1.3.5",
        "1.4.3",
        "1.4.4",
        "1.4.6",
        "2.4.1",
        "2.4.2",
        "2.5.3",
        "2.5.8",
        "3.1.1",
        "4.1.2",
    ),
    look=look,
    at=lambda state: state.variant.look != "print",
    faults=(
        Fault("a box without its label", f"{LABEL}.remove()"),
        Fault("letters too pale", "document.querySelector('main h1').style.color = '#bbb'"),
        Fault("letters a little too pale", "document.querySelector('main .hint').style.color = '#757575'"),
        Fault("an unknown language", "document.documentElement.removeAttribute('lang')"),
        Fault("no title", "document.title = ''"),
        Fault("a picture nobody can hear", "document.querySelector('main').append(new Image(40, 40))"),
        Fault("two h1", "document.querySelector('main h1').outerHTML = '<p>?</p>'"),
        Fault(
            "zoom forbidden",
            "document.querySelector('meta[name=viewport]').content = 'width=device-width, user-scalable=no'",
        ),
        Fault(
            "hidden, yet in the way of the Tab key",
            "document.querySelector('main .go').setAttribute('aria-hidden', 'true')",
        ),
        Fault(
            "buttons too small and too close",
            "document.querySelectorAll('main .go, main .quiet, main input').forEach((it) => {"
            "it.style.cssText = 'all: unset; display: block; width: 9px; height: 9px; overflow: hidden'; })",
        ),
        Fault("a list that is none", "document.querySelector('main').innerHTML += '<ul><p>?</p></ul>'"),
        Fault("text outside every landmark", "document.body.insertAdjacentHTML('beforeend', '<p>どこにもない</p>')"),
        Fault("a name that is not what stands there", "document.querySelector('main .go').ariaLabel = 'Send'"),
        Fault(
            "letters on a picture",
            "document.querySelector('main h1').style.background = 'linear-gradient(#000, #fff)'",
        ),
        Fault(
            "letters half outside the ground they stand on",
            "const it = document.querySelector('main .hint'); it.innerHTML = `<b>${it.textContent}</b>`;"
            "it.style.cssText = 'background: #eee; width: 8em; height: 1.7em; margin-bottom: 9em'",
        ),
    ),
)
