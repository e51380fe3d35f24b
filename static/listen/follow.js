/* The page comes along with the voice until the reader moves it, and again when asked to. */
const MOVING = new Set(["PageUp", "PageDown", "Home", "End", "ArrowUp", "ArrowDown", "Tab"]);
const GLIDE = 300; // milliseconds
const NEAR = 2; // CSS pixels a browser may round by

export class Follow {
  #on = true;
  #frame = 0;
  #last = null; // where the page was last, and how high: one that grew may have moved by itself

  constructor(bar, reading) {
    Object.assign(this, { bar, reading, button: bar.querySelector("[value=follow]") });
    addEventListener("wheel", () => this.#moved(), { passive: true });
    addEventListener("scroll", () => { if (this.#elsewhere()) this.#moved(); }, { passive: true });
    addEventListener("keydown", ({ key, target }) => { if (MOVING.has(key) && !bar.contains(target)) this.#moved(); });
  }

  set(on) {
    cancelAnimationFrame(this.#frame);
    this.#last = null;
    this.#on = on;
    this.button.hidden = on;
  }

  /* Bring a place between the bar and the lower quarter of the screen; not away from the panel of the bar. */
  to(place) {
    const box = this.#on && !this.bar.querySelector("[open]") && place?.getBoundingClientRect();
    if (!box || !box.height) return;
    this.#last ??= standing();
    const stuck = getComputedStyle(this.bar).position === "sticky";
    const top = stuck ? Math.max(0, this.bar.getBoundingClientRect().bottom) : 0, room = innerHeight - top;
    if (box.top >= top && Math.min(box.bottom, box.top + room / 2) <= top + room * 0.75) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.#glide(scrollY, box.top - top - room / 5, performance.now() - (calm ? GLIDE : 0));
  }

  /* Step by step by our own hand, so that a move of the reader's shows in the middle of it, and ends it. */
  #glide(from, by, since) {
    cancelAnimationFrame(this.#frame);
    const done = Math.min(1, (performance.now() - since) / GLIDE);
    scrollTo({ top: from + by * (1 - (1 - done) ** 3), behavior: "instant" });
    this.#last = standing();
    if (done < 1) this.#frame = requestAnimationFrame(() => this.#glide(from, by, since));
  }

  #moved() {
    cancelAnimationFrame(this.#frame);
    if (this.reading()) this.set(false);
  }

  #elsewhere() {
    const was = this.#last, now = standing();
    if (was) this.#last = now;
    return was?.high === now.high && Math.abs(was.top - now.top) > NEAR;
  }
}

const standing = () => ({ top: scrollY, high: document.documentElement.scrollHeight });
