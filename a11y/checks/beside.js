() => {
  const bare = (it) => it?.textContent.trim().replace(/\s+/g, " ") ?? "";
  const kana = [...document.querySelectorAll("rt")].filter(shown);
  return {
    above: kana.length, spoken: kana.filter((it) => !it.closest("[aria-hidden=true]")).map(bare),
    runs: [...document.querySelectorAll("ruby")].filter((it) => shown(it) && it.previousSibling?.localName !== "ruby").map(run),
    both: [...document.querySelectorAll(".both")].filter(shown)
      .map((it) => [plain(it), [...it.querySelectorAll(".beside")].map((one) => [one.lang, bare(one)])]),
    alone: [...document.querySelectorAll(".beside")].filter((it) => !it.parentElement.matches(".both")).map(named),
  };

  /* Kanji one after another that have kana above them, with the words before and after them. */
  function run(first) {
    const pieces = [], from = document.createRange(), to = document.createRange();
    let it = first;
    for (; it?.localName === "ruby"; it = it.nextSibling) pieces.push([plain(it), bare(it.querySelector("rt"))]);
    from.setStart(first.parentElement, 0);
    from.setEndBefore(first);
    it ? to.setStartBefore(it) : to.setStart(first.parentElement, first.parentElement.childNodes.length);
    to.setEnd(first.parentElement, first.parentElement.childNodes.length);
    return [written(from), pieces, written(to)];
  }
  function written(range) {
    const part = range.cloneContents();
    for (const kana of part.querySelectorAll("rt, rp")) kana.remove();
    return part.textContent;
  }
}
