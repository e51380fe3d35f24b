import { hush, speak } from "./browser_voice.js";
import { snapshot, written } from "./page.js";
import { place } from "./place.js";
import { script } from "./script.js";

/* Reads a page sentence by sentence. A tap or another page begins a new turn, and whatever was under way is void. */
const AHEAD = 3, EMPTY = { utterances: [], next: [], html: null };

export class Reader {
  #turn = 0;
  #script = EMPTY;
  #held = false; // a sound is under way, sounding or halted
  #at = 0;
  state = "idle";

  constructor(sound, parts) {
    Object.assign(this, { sound, ...parts });
  }

  get utterances() {
    return this.#script.utterances;
  }

  get now() {
    return this.utterances[this.#at];
  }

  get under_way() {
    return this.state === "loading" || this.state === "reading";
  }

  /* From where it stands, as long as each sentence is `wanted`. The page is asked for anew when it has changed. */
  async read(wanted = () => true) {
    const turn = this.#begin();
    await this.#while(turn, async () => {
      if (this.#script.html !== written()) await this.#ask(turn);
      await this.#all(turn, wanted);
      if (turn === this.#turn) this.#end();
    });
  }

  /* Says something else than the page: true when nothing came between. */
  async say(utterances) {
    const turn = this.#begin();
    this.#script = { ...EMPTY, utterances };
    this.#at = 0;
    await this.#while(turn, () => this.#all(turn, () => true));
    return turn === this.#turn;
  }

  /* To another sentence, counted from this one, and on from there. */
  step(by) {
    return this.to(Math.min(Math.max(this.#at + by, 0), Math.max(this.utterances.length - 1, 0)));
  }

  to(at) {
    this.#at = at;
    return this.read();
  }

  toggle() {
    if (this.state === "loading" || (this.state === "reading" && !this.#held)) return this.#stop("paused");
    if (this.state === "reading") return this.#pause();
    if (!this.#held || this.#script.html !== written()) return this.read();
    this.voice.resume();
    this.#set("reading");
  }

  followed() {
    this.follow.set(true);
    if (this.now) this.follow.to(place(this.now) ?? this.now.it);
  }

  /* The page is gone, or the bar is closed. */
  leave() {
    this.#stop("idle");
    this.bar.says("");
    this.sounds.near([]);
    this.#script = EMPTY;
    this.#at = 0;
    this.follow.set(true);
  }

  #begin() {
    this.#stop("loading");
    return this.#turn;
  }

  #stop(state) {
    this.#rest(state);
    this.voice.pause();
    hush();
    this.light.off();
  }

  #rest(state) {
    this.#turn++;
    this.#held = false;
    this.#set(state);
  }

  #pause() {
    this.voice.pause();
    this.#set("paused");
  }

  async #ask(turn) {
    const was = this.now, asked = await script(this.sound, snapshot());
    if (turn !== this.#turn) return;
    this.sounds.near([]);
    this.#script = asked;
    this.#at = Math.max(0, this.utterances.findIndex((one) => one.it === was?.it && one.start === was?.start));
    this.bar.voice(asked);
  }

  async #all(turn, wanted) {
    while (turn === this.#turn && this.now && wanted(this.now)) {
      await this.#say(this.now, turn);
      if (turn !== this.#turn) return;
      this.#at++;
      if (this.now && this.together()) return this.#rest("paused");
    }
  }

  async #say(one, turn) {
    this.sounds.near([one, ...this.utterances.slice(this.#at + 1, this.#at + AHEAD)]);
    let sound = null; // lit at once, so that every tap is answered, even before there is a sound
    this.light.on(one, () => sound?.words.findLast(([start]) => start <= this.voice.now), (spot) => this.follow.to(spot));
    sound = await this.sounds.of(one).catch(() => null);
    if (turn !== this.#turn) return;
    this.#held = Boolean(sound);
    this.#set("reading");
    if (!sound) return speak(one, this.pace());
    try {
      await this.voice.say(sound.url, this.pace());
    } catch (error) {
      if (turn !== this.#turn || error.name === "NotAllowedError" || !this.sounds.worse()) throw error;
      await this.#say(one, turn);
    }
  }

  /* A browser may want another tap before it plays; otherwise there is no voice now. */
  async #while(turn, said) {
    try {
      await said();
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#stop("paused");
      if (error.name !== "NotAllowedError") this.bar.says("silent");
    }
  }

  /* At the end of the page, or of what was wanted of it. */
  #end() {
    if (this.now) return this.#stop("paused");
    this.sounds.ahead(this.#script.next);
    this.#stop("idle");
    this.#at = 0;
    this.bar.says("end");
  }

  #set(state) {
    this.state = state;
    this.bar.shows(state, this.now);
    this.session.shows(state);
  }
}
