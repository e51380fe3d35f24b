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
    const whole = first.closest("with-kana") ?? first.parentElement, pieces = [], from = document.createRange(), to = document.createRange();
    let it = first;
    for (; it?.localName === "ruby"; it = it.nextSibling) pieces.push([plain(it), bare(it.querySelector("rt")), it]);
    from.setStart(whole, 0);
    from.setEndBefore(first);
    to.setStartAfter(pieces.at(-1)[2]);
    to.setEnd(whole, whole.childNodes.length);
    return [written(from), pieces.map(([kanji, above]) => [kanji, above]), written(to)];
  }
  function written(range) {
    const part = range.cloneContents();
    for (const kana of part.querySelectorAll("rt, rp")) kana.remove();
    return part.textContent;
  }
}
