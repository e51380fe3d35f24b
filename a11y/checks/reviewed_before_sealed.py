"""Nothing is sealed that was not shown: not without the review's fingerprint, not with an old one, not by a link."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from a11y.check import Check, Fault, Opened
from a11y.hand import Pointer
from a11y.passage import NUMBER, RECEIPT, Stuck, passage, told

ASK = """async ([address, form]) => {
  const body = form && new URLSearchParams(form);
  const answer = await fetch(address, form ? { method: "POST", body } : {});
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return [new URL(answer.url).pathname, page.querySelector("main .number b")?.textContent ?? "",
    page.querySelector("[name=seen]")?.value ?? "", Object.fromEntries(
      [...page.querySelectorAll("#answer input[type=text]")].map((it) => [it.name, it.value]))];
}"""
"""Where one gets, the receipt's number, the fingerprint of what is shown, and the boxes of a question."""
HELD = {"do": "seal", "means": "hold"}
"""What the mark sends when it was held down."""


@told
def way(opened: Opened, journey: Mapping[str, Any]) -> Iterator[str]:
    """Each way to press that must not seal; then the right one."""
    hand = Pointer(opened())
    for stop in passage(hand, journey):
        if stop.step == "review":
            yield from tried(hand, hand.here().removesuffix("review"))
            hand.open(hand.here())  # the answers were changed behind this page


def tried(hand: Pointer, top: str) -> Iterator[str]:
    """What was sealed though it should not be."""

    def asked(step: str, **form: str) -> tuple[str, str, str, dict[str, str]]:
        where, number, seen, boxes = hand.page.evaluate(ASK, [top + step, form or None])
        return where, number, seen, boxes

    old = asked("consent")[2]
    if not old:
        raise Stuck("the page of the act has no fingerprint of what it shows")
    changed = {**asked("applicant-name")[3], "given": "恵子"}
    asked("applicant-name", **changed, do="next")
    for told_as, (step, form) in {
        "without having been shown anything": ("consent", HELD),
        "with a made up fingerprint": ("consent", {**HELD, "seen": "0" * 32}),
        "with the fingerprint of older answers": ("consent", {**HELD, "seen": old}),
        "by an answer with another button": ("applicant-name", {**changed, "do": "seal", "seen": old}),
        "by a link": (f"consent?do=seal&means=hold&seen={old}", {}),
        "by a second press without a first": ("consent", {"do": "seal", "seen": asked("consent")[2]}),
    }.items():
        asked(step, **form)
        where, number, *_ = asked("done")
        if NUMBER.fullmatch(number) or where.endswith("/done"):
            yield f"sealed {told_as}: {number}"
            return
    if hand.words(RECEIPT):
        yield "a receipt stands there before the act"


SEALING = """const real = fetch;
window.fetch = async (address, told = {}) => {
  if (told.method === "POST" && String(address).endsWith("/consent")) {
    const seen = /name="seen" value="(\\w+)"/.exec(await (await real(address)).text())?.[1] ?? "";
    told.body = new URLSearchParams({ do: "seal", means: "hold", seen });
  }
  return real(address, told);
};"""

CHECK = Check(
    protects=__doc__ or "",
    criteria=("3.3.4", "3.3.6"),
    way=way,
    faults=(Fault("whoever presses seals, seen or not", SEALING),),
)
