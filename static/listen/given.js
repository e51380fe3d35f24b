import { snapshot } from "./page.js";
import { script } from "./script.js";

/* The answer just given, to be read back: what stood in the boxes, and what was chosen, when the page was sent. */
export class Given {
  #sent = null;

  constructor() {
    addEventListener("submit", ({ target, submitter }) => {
      this.#sent = target.id === "answer" && !submitter?.closest("header") ? snapshot() : null;
    });
  }

  /* Nothing where the same page came back, or no answer was sent. */
  async back(sound) {
    const sent = this.#sent;
    this.#sent = null;
    if (!sent || sent.path === location.pathname) return [];
    return (await script(sound, sent)).utterances.filter(answers);
  }
}

const answers = ({ it, start, end }) => it?.matches("input, textarea") || (end > start && it?.closest("label")?.querySelector(":checked"));
