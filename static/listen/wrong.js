/* Tells the town that a sentence of its own is read wrongly. What a person has typed is never told. */
export async function wrong(sound, one) {
  const body = new URLSearchParams({ page: location.pathname, sentence: one.text });
  const answer = await fetch(sound.replace(/listen$/, "reading"), { method: "POST", body });
  if (!answer.ok) throw new Error("not told");
}
