/* Sounds fetched ahead, one a sentence, kept only while they are near. */
const PATIENCE = 3;
const wait = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));

export class Sounds {
  #kept = new Map();

  constructor(opus) {
    this.opus = opus;
  }

  /* A sentence's sound, { url, words }: words is empty until the times have come. Rejects when there is no sound. */
  of(one) {
    if (!this.#kept.has(one)) {
      const stop = new AbortController(), sound = this.#fetched(one, stop.signal);
      this.#kept.set(one, { sound, stop });
      sound.catch(() => { if (this.#kept.get(one)?.sound === sound) this.#kept.delete(one); }); // asked for again when it is wanted again
    }
    return this.#kept.get(one).sound;
  }

  /* Have these at hand, the first one first, and let all others go. */
  near(some) {
    for (const one of this.#kept.keys()) if (!some.includes(one)) this.#drop(one);
    for (const one of some) this.of(one).catch(() => {});
  }

  /* What the next page will say is fetched into the browser's own cache, unless the reader saves data. */
  ahead(addresses) {
    if (navigator.connection?.saveData) return;
    for (const address of addresses) fetch(this.#best(address), { priority: "low" }).catch(() => {});
  }

  /* From Opus back to MP3; false when it was MP3 that could not be played. */
  worse() {
    const was = this.opus.proven;
    if (was) this.opus.failed();
    this.near([]);
    return was;
  }

  #best(address) {
    return this.opus.proven ? address.replace(/\.mp3$/, ".opus") : address;
  }

  #drop(one) {
    const { sound, stop } = this.#kept.get(one);
    this.#kept.delete(one);
    stop.abort(); // whoever taps fast waits for nothing but the last
    sound.then(({ url }) => URL.revokeObjectURL(url), () => {});
  }

  async #fetched(one, signal) {
    if (!one.src) throw new Error("no sound");
    const sound = { words: [] };
    if (one.times) fetch(one.times, { signal }).then(async (answer) => { sound.words = await answer.json(); }).catch(() => {});
    sound.url = URL.createObjectURL(await brought(this.#best(one.src), signal));
    return sound;
  }
}

/* A voice that is busy says when to ask once more. */
async function brought(address, signal, again = true) {
  const answer = await fetch(address, { signal });
  if (answer.ok) return answer.blob();
  const seconds = Number(answer.headers.get("Retry-After") ?? Infinity);
  if (!again || seconds > PATIENCE) throw new Error("no sound");
  await wait(seconds);
  return brought(address, signal, false);
}
