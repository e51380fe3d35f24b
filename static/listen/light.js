import { place, range } from "./place.js";

/* Lights the sentence and the word being said without moving a letter, and marks the sentence's element. */
const able = "highlights" in CSS, forced = matchMedia("(forced-colors: active)");

export class Light {
  #frame = 0;

  /* `word` tells which [start ms, end ms, start, end] is being said at this moment; `follow` is told each new place. */
  on(one, word, follow) {
    this.off();
    const whole = place(one);
    follow(whole ?? one.it);
    one.it?.classList.add("hearing");
    if (!able || !whole) return;
    if (!forced.matches) CSS.highlights.set("sentence", new Highlight(whole)); // else nothing would tell the word from it
    this.#words(one, word, follow);
  }

  off() {
    cancelAnimationFrame(this.#frame);
    if (able) for (const name of ["sentence", "word"]) CSS.highlights.delete(name);
    for (const it of document.querySelectorAll(".hearing")) unmark(it);
  }

  #words(one, word, follow, lit) {
    const now = word(), spot = now && now !== lit && range(one.it, at(one, now[2]), at(one, now[3] - 1) + 1);
    if (spot) {
      CSS.highlights.set("word", Object.assign(new Highlight(spot), { priority: 1 }));
      follow(spot);
    }
    this.#frame = requestAnimationFrame(() => this.#words(one, word, follow, now));
  }
}

/* Where a sign of a sentence stands in its element, which may have more than is said: kana above kanji. */
const at = ({ start, places }, n) => places?.[n] ?? start + n;

/* As if it had never been marked: a page that has changed is told anew. */
export function unmark(it) {
  it.classList.remove("hearing");
  if (!it.className) it.removeAttribute("class");
}
