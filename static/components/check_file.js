/* Checks a file where it was opened: nothing of it leaves this screen. What checks is loaded only then. Where this browser
   cannot, the form goes to the town as it does without script. */
const able = () => Boolean(globalThis.crypto?.subtle);
const where = (form) => form.querySelector("[data-here]");

function ready() {
  for (const form of document.querySelectorAll("form[data-check]:not([data-sent])")) {
    form.toggleAttribute("data-sent", !able());
    where(form).textContent = able() ? where(form).dataset.here : where(form).dataset.unable;
  }
}

/* From now on this form goes to the town. */
function toTown(form) {
  form.toggleAttribute("data-sent", true);
  form.querySelector("button").textContent = form.querySelector("button").dataset.there;
  where(form).setAttribute("role", "status");
  where(form).textContent = where(form).dataset.unable;
}

const LONG = { dateStyle: "long", timeStyle: "short" };
/* 2026-11-30 09:03, which is in no language, where a browser does not know the page's: Chrome has no Nepali. */
const FIGURES = ["sv", { dateStyle: "short", timeStyle: "short" }];

/* In Japanese in both calendars and by the half of the day, as portal/language/dates and the catalogue of easy Japanese have it. */
function day(moment) {
  if (!moment) return moment;
  const told = (calendar, style) => new Intl.DateTimeFormat(calendar, { ...style, timeZone: "Asia/Tokyo" });
  const { lang } = document.documentElement, at = new Date(moment);
  if (!lang.startsWith("ja")) return (Intl.DateTimeFormat.supportedLocalesOf(lang).length ? told(lang, LONG) : told(...FIGURES)).format(at);
  const whole = { era: "long", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", hourCycle: "h11" };
  const parts = told("ja-u-ca-japanese", whole).formatToParts(at).map(({ type, value }) => [type, value]);
  const { era, year, month, day, dayPeriod, hour, minute } = Object.fromEntries(parts);
  const years = [`${era}${year}年`, told("ja", { year: "numeric" }).format(at)], date = `${month}月${day}日`;
  const days = lang === "ja" ? `${years[0]}${date}（${years[1]}）` : `${years[1]}（${years[0]}）${date}`;
  return `${days} ${dayPeriod}${hour}時${Number(minute) ? `${Number(minute)}分` : ""}`;
}

/* Of every sentence there is those stay that fit; what the file says goes into its rows. */
function result({ content }, verdict, found, told) {
  const page = content.cloneNode(true), came = new Set(found.map((one) => one.join(" ")));
  for (const it of page.querySelectorAll("[data-verdict]")) if (!it.dataset.verdict.split(" ").includes(verdict)) it.remove();
  for (const it of page.querySelectorAll("[data-found]")) if (!came.has(it.dataset.found)) it.remove();
  const lines = { ...told };
  for (const when of ["at", "back", "passkey", "since", "until"]) lines[when] = day(told?.[when]);
  for (const row of page.querySelectorAll("[data-told]")) {
    const line = row.querySelector("p"), all = [lines[row.dataset.told] ?? []].flat().filter(Boolean);
    line.replaceWith(...all.map((words) => Object.assign(line.cloneNode(), { textContent: words })));
    if (!all.length) row.remove();
  }
  return page;
}

/* What was pasted is no head: it says so below its box, which is longer than some screens are high. */
function unreadable(box) {
  const words = box.form.querySelector("[data-unreadable]");
  words.textContent = words.dataset.unreadable;
  box.focus();
  words.scrollIntoView({ block: "nearest" });
}

/* Words without the kana above, the Japanese beside and the signs of where lines end, as a title has them. */
function plain(words) {
  const copy = words.cloneNode(true);
  copy.querySelectorAll("rt, .beside").forEach((it) => it.remove());
  return copy.textContent.replace(/[\u200b\u2060]/g, "").trim();
}

function show(form, verdict, found, told) {
  const main = document.querySelector("main"), page = result(main.querySelector("template[data-proof]"), verdict, found, told);
  const heading = page.querySelector("h1"), town = document.title.split(" – ").at(-1);
  if (verdict === "unsure") {
    toTown(form);
    page.querySelector("ul").after(form);
  }
  const shown = Object.assign(document.createElement("main"), { id: "main" });
  shown.append(page);
  main.replaceWith(shown);
  document.title = `${plain(heading)} – ${town}`;
  heading.tabIndex = -1;
  scrollTo(0, 0);
  heading.focus({ preventScroll: true });
  document.dispatchEvent(new Event("swapped"));
}

/* The head of another day, and the hashes between it and the file's: only how many records each has is asked for. Where the
   town never had so many, a hash that fits nothing stands for them; where it cannot be asked now, none. Null is no head. */
async function laidBeside(text, note, heads, chain) {
  const sizes = heads(text, note);
  if (!sizes) return null;
  const [old, now] = sizes.sort((one, other) => one - other);
  if (!old || old === now) return { note, proof: [] };
  const answer = await fetch(`${chain}?old=${old}&new=${now}`).catch(() => null);
  if (answer?.status === 400) return { note, proof: [btoa("\0".repeat(32))] };
  return { note, proof: answer?.ok ? (await answer.text()).split("\n").filter(Boolean) : [] };
}

addEventListener("submit", async (event) => {
  const form = event.target, file = form.elements.file?.files?.[0];
  if (!form.matches("[data-check]:not([data-sent])") || !file || !able()) return;
  event.preventDefault();
  try {
    const { check, heads, verdict } = await import(form.dataset.check), text = await file.text();
    const older = form.elements.older.value.trim().split("\n").map((line) => line.trim()).join("\n"), { keys, chain } = form.dataset;
    const beside = older && (await laidBeside(text, `${older}\n`, heads, chain));
    if (beside === null) return unreadable(form.elements.older);
    const { found, told } = await check(text, keys, beside);
    show(form, verdict(found), found, told);
  } catch {
    toTown(form);
  }
});
document.addEventListener("swapped", ready);
ready();
