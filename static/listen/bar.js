/* What stands on the bar: whether it reads, whose voice it is, and a word when something has come to an end. */
export class Bar {
  constructor(bar) {
    this.bar = bar;
    [this.start, this.stop] = bar.querySelectorAll("[value=read] > span");
    this.wrong = bar.querySelector("[value=wrong]");
    this.credit = bar.querySelector(".credit");
    this.status = bar.querySelector(".told");
  }

  get open() {
    return !this.bar.hidden;
  }

  /* idle, loading, reading or paused; `one` is the sentence it stands at. */
  shows(state, one) {
    this.bar.dataset.state = state;
    this.start.hidden = state === "loading" || state === "reading";
    this.stop.hidden = !this.start.hidden;
    this.wrong.hidden = !one?.public;
    if (state === "loading") this.says("");
  }

  /* silent, end or thanks: words that came with the page, told once. */
  says(what) {
    this.status.textContent = what && this.status.dataset[what];
  }

  voice({ credit }) {
    this.credit.textContent = credit;
    this.credit.hidden = !credit;
  }
}
