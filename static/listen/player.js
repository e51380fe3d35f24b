import { Bar } from "./bar.js";
import { Follow } from "./follow.js";
import { Given } from "./given.js";
import { Light } from "./light.js";
import { Opus } from "./opus.js";
import { tapped } from "./place.js";
import { Reader } from "./reader.js";
import { Session } from "./session.js";
import { Sounds } from "./sounds.js";
import { Voice } from "./voice.js";
import { wrong } from "./wrong.js";

/* The player of this page and of those that come into its place. */
const PACES = [0.7, 0.85, 1, 1.15, 1.3];
const AMISS = ".summary, .doubt, .waiting, .turned", PRESSED = "a, button, input, label, select, textarea, summary";

/* `does` takes the value of a button. */
export function player(section, wishes, remember) {
  const bar = new Bar(section), voice = new Voice(section.querySelector("audio"));
  const opus = new Opus(section.dataset.trial, wishes, remember);
  const reader = new Reader(section.dataset.sound, {
    bar, voice, sounds: new Sounds(opus), light: new Light(), session: new Session((what) => does(what)),
    follow: new Follow(section, () => reader.under_way), pace: () => wishes.pace,
    together: () => document.documentElement.dataset.aloud === "together",
  });
  const does = (what) => actions(reader, bar, (by) => paced(voice, wishes, remember, by))[what]();
  watch(section, reader, wishes);
  opus.try();
  return { does };
}

function actions(reader, bar, pace) {
  return {
    read: () => reader.toggle(),
    back: () => reader.step(-1),
    again: () => reader.step(0),
    on: () => reader.step(1),
    slower: () => pace(-1),
    faster: () => pace(1),
    follow: () => reader.followed(),
    wrong: () => wrong(reader.sound, reader.now).then(() => bar.says("thanks")),
    close: () => reader.leave(),
  };
}

function paced(voice, wishes, remember, by) {
  const at = PACES.indexOf(wishes.pace) + by;
  remember({ pace: PACES[Math.min(Math.max(at, 0), PACES.length - 1)] });
  voice.pace(wishes.pace);
}

/* A tap on a sentence, another page in this one's place, and the way out. */
function watch(section, reader, wishes) {
  const given = new Given();
  addEventListener("click", (event) => {
    if (section.hidden || !event.target.closest("main, aside.help") || event.target.closest(PRESSED)) return;
    const at = tapped(reader.utterances, event);
    if (at >= 0 && getSelection().isCollapsed) reader.to(at);
  });
  document.addEventListener("swapped", () => {
    reader.leave();
    if (!section.hidden) after(reader, wishes, given);
  });
  addEventListener("told", () => { // something has come to stand at the top of this page
    if (section.hidden || reader.under_way) return;
    reader.leave();
    reader.read(({ it }) => it.closest(AMISS));
  });
  addEventListener("pagehide", () => reader.leave());
  section.addEventListener("keydown", ({ key }) => { if (key === "Escape" && reader.state === "reading") reader.toggle(); });
}

/* What is amiss is said, or else the answer just given; then the new page itself where that is wished for. */
async function after(reader, wishes, given) {
  const main = document.querySelector("main"), back = reader.together() ? [] : await given.back(reader.sound);
  if (!main.isConnected) return;
  const on = !back.length || await reader.say(back);
  if (on && wishes.keep) await reader.read();
  else if (on && document.querySelector(AMISS)) await reader.read(({ it }) => it.closest(AMISS));
  else if (on) reader.leave();
}
