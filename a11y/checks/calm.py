"""Going to a place, choosing or typing leads nowhere and sends nothing: the page waits until one presses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from a11y.check import Check, Fault, Opened
from a11y.hand import Pointer
from a11y.passage import passage, told

TRIED = """async () => {
  const main = document.querySelector("main"), here = location.href, found = [];
  let sent = "";
  const heard = (event) => { sent = "is sent"; event.preventDefault(); event.stopImmediatePropagation(); };
  const { submit } = HTMLFormElement.prototype, { open } = window;
  addEventListener("submit", heard, true);
  HTMLFormElement.prototype.submit = () => { sent = "is sent"; };
  window.open = () => { sent = "opens a window"; };
  const drawn = () => new Promise((done) => requestAnimationFrame(done));
  const amiss = (it) => sent || (location.href !== here || document.querySelector("main") !== main ? "leads away"
    : document.activeElement !== it ? "loses its place" : "");
  const told = async (it, deed) => {
    await drawn();
    const what = amiss(it);
    if (what) found.push(`${deed} ${it.outerHTML.slice(0, 80)} ${what}`);
    sent = "";
  };
  for (const it of document.querySelectorAll("a[href], button, input:not([type=hidden]), textarea, select, summary")) {
    if (it.tabIndex < 0 || !it.checkVisibility()) continue;
    it.focus();
    await told(it, "going to");
    if (!it.matches("input:not([type=file]), textarea, select")) continue;
    const set = it.type === "radio" ? [...it.form.elements[it.name].length ? it.form.elements[it.name] : [it]] : [it];
    const before = set.map((one) => [one.checked, one.value]);
    if (["radio", "checkbox"].includes(it.type)) it.checked = true; else it.value += "あ";
    for (const kind of ["input", "change"]) it.dispatchEvent(new Event(kind, { bubbles: true }));
    await told(it, "answering");
    set.forEach((one, n) => { [one.checked, one.value] = before[n]; });
  }
  removeEventListener("submit", heard, true);
  HTMLFormElement.prototype.submit = submit;
  window.open = open;
  return found;
}"""
"""Each control is gone to and answered, with whatever listens to that; then the page is as it was."""


@told
def way(opened: Opened, journey: Mapping[str, Any]) -> Iterator[str]:
    """Each control that does more than it is told."""
    hand = Pointer(opened())
    for stop in passage(hand, journey):
        if not stop.filled:
            yield from (f"{stop}: {it}" for it in hand.page.evaluate(TRIED))


CHECK = Check(
    protects=__doc__ or "",
    criteria=("3.2.1", "3.2.2"),
    way=way,
    faults=(
        Fault("a choice that goes on by itself", "addEventListener('change', (it) => it.target.form?.requestSubmit())"),
        Fault("a box that is sent by typing", "addEventListener('input', (it) => it.target.form?.submit())"),
        Fault(
            "a focus that jumps on",
            "addEventListener('focusin', (it) => { if (it.target.matches('main input')) it.target.blur(); })",
        ),
        Fault(
            "a focus that opens another page",
            "addEventListener('focusin', (it) => { if (it.target.matches('footer a')) window.open(it.target.href); })",
        ),
    ),
)
