/* Where the lit word is not the one that sounds, at some moments of the sentence that is being read. */
async (parts) => {
  const player = document.getElementById("player"), voice = player.querySelector(":scope > audio");
  const lit = (name) => [...(CSS.highlights.get(name) ?? [])][0], bare = (text) => text.replace(/[\s\u200b\u2060]+/g, "");
  const marked = document.querySelector(".hearing"), sentence = lit("sentence"), stood = voice.currentTime, found = [];
  if (!marked || !lit("word")) return ["nothing is lit"];
  const { snapshot, script } = await import(player.dataset.player);
  const { utterances } = await script(player.dataset.sound, snapshot());
  const one = utterances.find(({ it, times, start, end }) => it === marked && times && start <= before(lit("word")) && before(lit("word")) < end);
  if (!one) return [`"${lit("word")}" is lit and not said`];
  if (sentence && bare(said(sentence)) !== bare(one.text)) found.push(`"${sentence}" is lit while "${one.text}" is said`);
  const times = await (await fetch(one.times)).json(), end = times.at(-1)[1];
  if (Math.abs(voice.duration * 1000 - end) > 500) found.push(`"${one.text}" is lit, and something else sounds`);
  for (const part of parts) {
    await to(part * end / 1000);
    const word = lit("word"), at = times.findIndex(([, , start]) => word && (one.places?.[start] ?? one.start + start) === before(word));
    const sounds = times.findLastIndex(([start]) => start <= voice.currentTime * 1000);
    if (Math.abs(at - sounds) > 1) found.push(`"${word ?? ""}" is lit while "${one.text.slice(times[sounds][2], times[sounds][3])}" sounds`);
  }
  await to(stood);
  return found;

  async function to(seconds) {
    voice.currentTime = seconds;
    if (voice.seeking) await new Promise((done) => voice.addEventListener("seeked", done, { once: true }));
    for (let n = 0; n < 2; n++) await new Promise(requestAnimationFrame);
  }

  /* What is lit without the kana above it. */
  function said(range) {
    const copy = range.cloneContents();
    copy.querySelectorAll("rt").forEach((it) => it.remove());
    return copy.textContent;
  }

  /* How many signs of the element stand before its lit word. */
  function before(word) {
    const range = document.createRange();
    range.setStart(marked, 0);
    range.setEnd(word.startContainer, word.startOffset);
    return range.toString().length;
  }
}
