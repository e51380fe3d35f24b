/* Where what is seen of a page and what is said of it differ, and what has no sound. */
async (voiceless) => {
  const player = document.getElementById("player"), found = new Set();
  if (!player) return ["nothing reads this page aloud"];
  const { snapshot, script } = await import(player.dataset.player);
  const said = await script(player.dataset.sound, snapshot());
  if (!said.html) return ["nothing tells what is to be said of this page"];
  const bare = (text) => text.replace(/[\s\u200b\u2060]+/g, "");

  const all = bare(said.utterances.map((one) => one.text).join(""));
  for (const root of document.querySelectorAll("main, aside.help")) {
    for (const { node, it } of words(root)) {
      const text = bare(node.data);
      /* That each answer can be changed is said once, under all of them; Japanese beside is for who sits beside. */
      const once = it.closest(".beside, rt, rp, dd a");
      if (/[\p{L}\p{N}]/u.test(text) && !once && !all.includes(text)) found.add(`${named(it)} is seen and not said`);
    }
  }
  for (const { it, start, end, text, src, lang } of said.utterances) {
    if (it.closest(".beside")) found.add(`"${text}" stands beside the words and is said as well`);
    if (!src && !voiceless.includes(lang)) found.add(`"${text}" has no sound`);
    if (end > start && bare(seen(it, start, end)) !== bare(text)) found.add(`"${seen(it, start, end).trim()}" is said as "${text}"`);
  }
  /* Where the portal cannot be asked, the browser's own voice says what stands there, as the portal would. */
  const alone = document.querySelector("main :is(rt, .beside)") ? (await script("/nowhere", snapshot())).utterances : [];
  for (const { it, start, end, text } of alone)
    if (bare(seen(it, start, end)) !== bare(text)) found.add(`"${text}" is said by the browser where "${seen(it, start, end).trim()}" stands`);
  return [...found];

  /* A part of an element's text without the readings above its signs, and without the Japanese beside it. */
  function seen(it, start, end) {
    const walk = document.createTreeWalker(it, NodeFilter.SHOW_TEXT);
    let at = 0, text = "";
    for (let node; (node = walk.nextNode()); at += node.length)
      if (!node.parentElement.closest(".beside, rt, rp")) text += node.data.slice(Math.max(0, start - at), Math.max(0, end - at));
    return text;
  }
}
