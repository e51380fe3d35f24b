"""A browser is told what each box is for and which keys to show; it may help, and never cuts what is typed."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from a11y.check import Check, Fault, State
from a11y.pages import questions

TOKENS = frozenset(
    (
        *("name", "given-name", "additional-name", "family-name", "nickname", "organization", "organization-title"),
        *("street-address", "address-line1", "address-line2", "address-line3", "postal-code", "country-name"),
        *("address-level1", "address-level2", "address-level3", "address-level4", "language", "sex", "tel", "email"),
        *("bday", "bday-year", "bday-month", "bday-day", "one-time-code"),
    )
)
"""HTML Living Standard, autofill field names, as far as a town can ask for them; see WCAG 2.2, Input Purposes."""
SLIPS = {("status", "number"), ("desk/counter", "born"), ("desk/sitting", "born")}
"""The receipt's number, and a resident's birth date at a counter: what several people use must not offer it to the next
one."""
KEYS = {"amount": "numeric", "phone": "tel", "email": "email"}
"""Kind of answer → keys for its one box."""
TELEPHONES = frozenset({"phone"})
DIGITS = frozenset({"year", "month", "day", "postcode", "number", "symbol", "code", "limit", "at", "figures.amount"})
BOXES = """() => {
  const boxes = document.querySelectorAll("main form :is(input, textarea, select):not([type=hidden])");
  const bars = ["maxlength", "minlength", "pattern", "readonly", "disabled", "placeholder", "required"];
  return [...boxes].map((it) => ({
    name: it.name, type: it.type, token: it.getAttribute("autocomplete"), keys: it.inputMode,
    enter: it.getAttribute("enterkeyhint"),
    barred: bars.filter((name) => it.hasAttribute(name)), many: it.tagName === "TEXTAREA",
    off: it.form?.autocomplete === "off",
  }));
}"""
TYPED = ("text", "textarea")
PICKED = ("radio", "checkbox", "file")


def look(page: Page, state: State) -> Iterator[str]:
    """Boxes a browser understands wrongly, or that stand in one's way."""
    for box in page.evaluate(BOXES):
        name = f"the box {box['name']}"
        if box["type"] not in (*TYPED, *PICKED):
            yield f"{name} is a type={box['type']}, which speaks, scrolls or formats for itself"
        if box["barred"]:
            yield f"{name} has {', '.join(box['barred'])}: it says no before a person can say why"
        if box["type"] in TYPED:
            yield from _helped(name, box, _keys(state, box["name"]), off_is_meant=(state.page, box["name"]) in SLIPS)


def _helped(name: str, box: dict[str, str], keys: str, *, off_is_meant: bool) -> Iterator[str]:
    token = box["token"]
    if token is not None and token not in TOKENS and not (token == "off" and off_is_meant):
        yield f"{name}: autocomplete={token} is no purpose a browser knows"
    if box["off"]:
        yield f"{name}: its form forbids the browser to help"
    if box["name"] == "code" and token != "one-time-code":
        yield f"{name}: a code is typed, yet autocomplete is {token}"
    if box["keys"] != keys:
        yield f"{name} shows the keys {box['keys'] or 'text'}, not {keys or 'text'}"
    if not box["many"] and box["enter"] not in ("next", "done", "go", "search"):
        yield f"{name} does not say on its Enter key what comes next"


def _keys(state: State, name: str) -> str:
    """Which keys a phone is to show for a box."""
    if name in DIGITS:
        return "numeric"
    if name in TELEPHONES:
        return "tel"
    service, _, step = state.page.partition("/")
    if name != "value" or not step:
        return ""
    question = questions(service)[step.partition("/")[0]]
    return "numeric" if "digits" in question.get("limits", {}) else KEYS.get(question["kind"], "")


CHECK = Check(
    protects=__doc__ or "",
    criteria=("1.3.5", "3.3.2", "3.3.7", "3.3.8"),
    look=look,
    at=lambda state: state.variant.look == "standard",
    faults=(
        Fault("a purpose nobody knows", "document.querySelector('main input').autocomplete = 'furigana'"),
        Fault("autofill forbidden", "document.querySelector('main form').autocomplete = 'off'"),
        Fault("letters where digits are typed", "document.querySelector('[name=year]').inputMode = 'text'"),
        Fault("a box that takes only ten signs", "document.querySelector('[name=year]').maxLength = 10"),
        Fault("a calendar to pick from", "document.querySelector('[name=year]').type = 'date'"),
        Fault(
            "a code the browser may not know",
            "document.querySelector('[name=code]').autocomplete = 'off'",
            page="resume",
        ),
    ),
)
