import { local } from "./local.js";

/* What is to be said of a page, one sentence after another, each with its element; without the server, what can be seen,
   and the server is asked again the next time. */
export async function script(sound, { path, html, elements }) {
  const body = new URLSearchParams({ page: path, html });
  const answer = await fetch(sound, { method: "POST", body }).catch(() => null);
  if (!answer?.ok) return { html: null, utterances: local(), next: [], credit: "" };
  const told = await answer.json();
  return { ...told, html, utterances: told.utterances.map((one) => ({ ...one, it: elements[one.at] })) };
}
