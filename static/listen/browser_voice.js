/* The browser's own voice, the last resort: one that speaks the language and never leaves this device. */
const speech = globalThis.speechSynthesis;
const SAME = { fil: "tl", in: "id", cmn: "zh" }; // telephones name some languages otherwise
const short = (lang) => { const [head] = lang.toLowerCase().split(/[-_]/); return SAME[head] ?? head; };

/* Some browsers know their voices only after a while. */
const known = () => new Promise((done) => {
  if (!speech || speech.getVoices().length) return void done();
  speech.addEventListener("voiceschanged", done, { once: true });
  setTimeout(done, 500);
});

/* Resolves when the sentence has been said; rejects when nobody here speaks its language. */
export async function speak({ text, lang }, pace) {
  await known();
  const voice = speech?.getVoices().find((one) => one.localService && short(one.lang) === short(lang));
  if (!voice) throw new Error("no voice");
  const said = Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice.lang, rate: pace });
  return new Promise((done, failed) => {
    said.onend = done;
    said.onerror = () => failed(new Error("not said"));
    speech.speak(said);
  });
}

export const hush = () => speech?.cancel();
