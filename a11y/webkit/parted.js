() => {
  /* Where a line of Japanese ends between two letters that no end of a phrase, sign or space stands between; answers break as they must. */
  const letter = /[々〆ぁ-ゖァ-ヺー㐀-䶿一-鿿]/, unseen = "rt, dd, script, style, option, textarea, template, .away, .skip";
  const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
  const middle = (node, n) => {
    range.setStart(node, n);
    range.setEnd(node, n + 1);
    const box = [...range.getClientRects()].at(-1); // the first sign of a line has an empty box on the line before
    return box?.width ? (box.top + box.bottom) / 2 : NaN;
  };
  for (let node; (node = walk.nextNode());) {
    const { data, parentElement: it } = node;
    if (!letter.test(data) || it.closest(unseen) || !it.checkVisibility()) continue;
    const lines = Array.from(data, (_, n) => middle(node, n));
    for (let n = 1; n < data.length; n++)
      if (lines[n] - lines[n - 1] > 4 && letter.test(data[n - 1]) && letter.test(data[n]))
        found.push(`${data.slice(0, n).trim().slice(-9)} | ${data.slice(n).trim().slice(0, 9)}`);
  }
  return found;
}
