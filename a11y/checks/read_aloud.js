/* Where what is seen of a page and what is said of it differ, and what has no sound. */
async () => {
  const player = document.getElementById("player"), found = new Set();
  if (!player) return ["nothing reads this page aloud"];
  const { snapshot, script } = await import(player.dataset.player);
  const said = await script(player.dataset.sound, snapshot());
  if (!said.html) return ["nothing tells what is to be said of this page"];
  const bare = (text) => text.replace(/\s+/g, "");

  const all = bare(said.utterances.map((one) => one.text).join(""));
  for (const root of document.querySelectorAll("main, aside.help")) {
    for (const { node, it } of words(root)) {
      const text = bare(node.data);
      const once = it.closest("rt, rp, dd a"); // that each answer can be changed is said once, under all of them
      if (/[\p{L}\p{N}]/u.test(text) && !once && !all.includes(text)) found.add(`${named(it)} is seen and not said`);
    }
  }
  for (const { it, start, end, text, src } of said.utterances) {
    if (!src) found.add(`"${text}" has no sound`);
    if (end > start && bare(seen(it, start, end)) !== bare(text)) found.add(`"${seen(it, start, end).trim()}" is said as "${text}"`);
  }
  return [...found];

  /* A part of an element's text without the readings above its signs. */
  function seen(it, start, end) {
    const walk = document.createTreeWalker(it, NodeFilter.SHOW_TEXT);
    let at = 0, text = "";
    for (let node; (node = walk.nextNode()); at += node.length)
      if (!node.parentElement.closest("rt, rp")) text += node.data.slice(Math.max(0, start - at), Math.max(0, end - at));
    return text;
  }
}
