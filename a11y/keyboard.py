"""One round with the Tab key through a page: every stop, where it stands and what covers it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Page

from a11y.seen import told

SPARE = 2
"""Presses beyond the number of stops: one to leave the page, one to come in again."""
TOP = """() => {
  const start = Object.assign(document.createElement("span"), { tabIndex: -1 });
  window.yorisoiTop = { start, focused: document.activeElement, x: scrollX, y: scrollY };
  document.body.prepend(start);
  start.focus();
}"""
BACK = """() => {
  const { start, focused, x, y } = window.yorisoiTop;
  delete window.yorisoiTop;
  start.remove();
  document.activeElement?.blur();
  focused?.focus?.({ preventScroll: true });
  scrollTo(x, y);
}"""
EXPECTED = """() => {
  return [...document.querySelectorAll("*")].flatMap((it, at) => {
    if (it.tabIndex < 0 || it.disabled || it.closest("[inert]")) return [];
    if (!it.checkVisibility({ visibilityProperty: true })) return [];
    if (it.type !== "radio") return [[at, named(it)]];
    const set = [...document.querySelectorAll(`[type=radio][name="${it.name}"]`)].filter((one) => one.form === it.form);
    return it === (set.find((one) => one.checked) ?? set[0]) ? [[at, named(it)]] : [];
  });
}"""
LISTEN = """() => {
  const all = [...document.querySelectorAll("*")];
  /* Of radio buttons none of which is chosen, the browser may come to the one it came to last. */
  const radios = (it) => [...document.querySelectorAll(`[type=radio][name="${it.name}"]`)];
  const set = (it) => radios(it).filter((one) => one.form === it.form);
  const stop = (it) => (it.type === "radio" && !set(it).some((one) => one.checked) ? set(it)[0] : it);
  const points = ({ left, right, top, bottom }, edge) => {
    const high = Math.min(8, (bottom - top) / 4), wide = Math.min(8, (right - left) / 4);
    const [w, e, n, s] = [left + wide, right - wide, Math.max(top, 0) + high, Math.min(bottom, edge) - high];
    return [[(w + e) / 2, (n + s) / 2, true], [w, n], [e, n], [w, s], [e, s]];
  };
  const cover = (it, [x, y, middle]) => {
    const hit = document.elementFromPoint(x, y);
    if (!hit) return "the edge of the screen";
    return it.contains(hit) || (!middle && hit.contains(it)) || hit.closest("label")?.control === it ? "" : named(hit);
  };
  /* Where a notice begins that stays at the foot of the screen, if one does: it leaves more than half of it. */
  const foot = () => {
    let it = document.elementFromPoint(innerWidth / 2, innerHeight - 2);
    while (it && getComputedStyle(it).position !== "sticky") it = it.parentElement;
    const top = it?.getBoundingClientRect().top ?? 0;
    return top > innerHeight / 2 ? top : innerHeight;
  };
  /* Of a box for many lines, and of what is higher than the screen above a notice that stays at its foot, three lines
     are seen; two of large ones. */
  const covered = (it) => {
    const whole = it.getBoundingClientRect().height, line = parseFloat(getComputedStyle(it).lineHeight);
    const room = foot(), lines = 3 * line > innerHeight / 2 ? 2 : 3, edge = whole > room ? room : innerHeight;
    const least = it.matches("textarea") || whole > room ? Math.min(lines * line, whole, room) : 0;
    return [...it.getClientRects()].flatMap((box) => {
      const seen = Math.min(box.bottom, edge) - Math.max(box.top, 0);
      const cut = seen < (least || box.height) - 1;
      return cut ? ["the edge of the screen"] : points(box, edge).map((point) => cover(it, point)).filter(Boolean);
    });
  };
  const seen = (event) => {
    if (event.key !== "Tab") return;
    const it = document.activeElement ?? document.body, box = it.getBoundingClientRect();
    window.yorisoiRound.stops.push({
      at: all.indexOf(stop(it)), name: named(it), left: box.left + scrollX, right: box.right + scrollX,
      top: box.top + scrollY, bottom: box.bottom + scrollY, covered: it === document.body ? [] : covered(it),
      typed: it.matches("textarea, input:not([type=radio], [type=checkbox], [type=file])"),
    });
  };
  window.yorisoiRound = { stops: [], seen };
  addEventListener("keyup", seen, true);
}"""
HEARD = """() => {
  const { stops, seen } = window.yorisoiRound;
  delete window.yorisoiRound;
  removeEventListener("keyup", seen, true);
  return stops;
}"""


@dataclass(frozen=True)
class Stop:
    """Where the Tab key stopped. `at` counts the elements of the page; the box is in CSS pixels of the whole page;
    `covered` names what lies over its middle or a corner; `typed` says whether it takes letters."""

    at: int
    name: str
    left: float
    right: float
    top: float
    bottom: float
    covered: list[str]
    typed: bool

    @property
    def outside(self) -> bool:
        """The Tab key has left the page, for the browser's own bar."""
        return self.at < 0 or self.name.startswith("body")


@dataclass(frozen=True)
class Round:
    """A whole round: the stops made, and those that were to be expected (`at`: name)."""

    stops: list[Stop]
    expected: dict[int, str]

    @property
    def once(self) -> list[Stop]:
        """The stops from the first to the last, before the Tab key leaves the page."""
        return self.stops[: self.end]

    @property
    def end(self) -> int | None:
        """How many stops there were before the Tab key left the page or began again; None when it never did."""
        first = self.stops[0]
        return next((n for n, stop in enumerate(self.stops) if n and (stop.outside or stop.at == first.at)), None)


@contextmanager
def from_the_top(page: Page) -> Iterator[None]:
    """The next Tab goes to the first thing of the page; afterwards focus and scrolling are as they were."""
    page.evaluate(TOP)
    try:
        yield
    finally:
        page.evaluate(BACK)


def around(page: Page) -> Round:
    """Press Tab once for each thing that can be stopped at, and a little further."""
    expected = dict(told(page, EXPECTED))
    told(page, LISTEN)
    with from_the_top(page):
        for _ in range(len(expected) + SPARE):
            page.keyboard.press("Tab")
        stops = page.evaluate(HEARD)
    return Round([Stop(**stop) for stop in stops], expected)
