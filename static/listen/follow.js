/* The page comes along with the voice until the reader moves it, and again when asked to. */
const MOVING = new Set(["PageUp", "PageDown", "Home", "End", "ArrowUp", "ArrowDown", "Tab"]);
const GLIDE = 1000; // milliseconds within which a page that was moved by the voice comes to rest

export class Follow {
  #on = true;
  #gliding = 0;

  constructor(bar, reading) {
    Object.assign(this, { bar, button: bar.querySelector("[value=follow]") });
    const moved = () => { if (reading()) this.set(false); };
    addEventListener("wheel", moved, { passive: true });
    addEventListener("scroll", () => { if (performance.now() > this.#gliding) moved(); }, { passive: true });
    addEventListener("scrollend", () => { this.#gliding = 0; });
    addEventListener("keydown", ({ key, target }) => { if (MOVING.has(key) && !bar.contains(target)) moved(); });
  }

  set(on) {
    this.#on = on;
    this.button.hidden = on;
  }

  /* Bring a place between the bar and the lower quarter of the screen; not away from the panel of the bar. */
  to(place) {
    const box = this.#on && !this.bar.querySelector("[open]") && place?.getBoundingClientRect();
    if (!box || !box.height) return;
    const stuck = getComputedStyle(this.bar).position === "sticky";
    const top = stuck ? Math.max(0, this.bar.getBoundingClientRect().bottom) : 0, room = innerHeight - top;
    if (box.top >= top && Math.min(box.bottom, box.top + room / 2) <= top + room * 0.75) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.#gliding = performance.now() + GLIDE;
    scrollBy({ top: box.top - top - room / 5, behavior: calm ? "instant" : "smooth" });
  }
}
