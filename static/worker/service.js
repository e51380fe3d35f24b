import { readAloud } from "./build.js";
import { renewed } from "./start.js";

/* What is kept of each service, a cache of its own: published pages, what is said of them, its sounds. Nothing of a person. */
const SERVICE = "service ", MOST = 5, MOST_SOUND = 6e6;
const STYLES = /href="(\/static\/[^"]+\.css)"/g;
export const STAMP = "/stamp", OPENED = "/opened";

/* The name of the cache of the service whose first page is at this path. */
export const kept = (pathname) => `${SERVICE}${pathname}kept.json`;

/* Whatever is new is kept in the place of what was there; of more than MOST services the one opened longest ago goes.
   The sounds come after the pages, and those that could not be had before are asked for again; `told` is called after each. */
export async function keep(address, comfort, heard, told) {
  const answer = await fetch(`${address}?comfort=${comfort}&heard=${heard ? "yes" : ""}`, { credentials: "omit", priority: "low" });
  if (!answer.ok) return;
  const name = SERVICE + address, whole = answer.clone(), { stamp, pages } = await answer.json(), now = `${stamp} ${comfort} ${heard} ${BUILD.name}`;
  if (now !== await noted(name, STAMP)) await pagesOf(name, whole, pages, now);
  await (await caches.open(name)).put(OPENED, new Response(String(Date.now())));
  await renewed(address.slice(0, address.lastIndexOf("/") + 1));
  await bounded();
  await told();
  if (!heard) return;
  await readAloud();
  await sounds(await caches.open(name), pages);
}

async function pagesOf(name, whole, pages, now) {
  const address = name.slice(SERVICE.length), answer = whole.clone();
  await caches.delete(name);
  const shelf = await caches.open(name);
  await shelf.put(address, whole);
  for (const { path, html, script } of pages) {
    await shelf.put(path, new Response(html, { headers: headed(answer, "text/html; charset=utf-8") }));
    if (script) await shelf.put(spoken(path), new Response(JSON.stringify(script), { headers: { "Content-Type": "application/json" } }));
  }
  for (const [, sheet] of pages[0].html.matchAll(STYLES)) if (!BUILD.files.includes(sheet)) await shelf.add(sheet); // all have the same
  await shelf.put(STAMP, new Response(now));
}

async function bounded() {
  const names = (await caches.keys()).filter((name) => name.startsWith(SERVICE));
  const all = await Promise.all(names.map(async (name) => ({ name, at: Number((await noted(name, OPENED)) ?? 0) })));
  const over = all.sort((one, other) => other.at - one.at).slice(MOST);
  await Promise.all(over.map(({ name }) => caches.delete(name)));
}

export const spoken = (path) => `${path}?said`;

/* Bytes of all that is kept, files too. */
export async function size() {
  let bytes = 0;
  for (const name of await caches.keys()) {
    const shelf = await caches.open(name);
    for (const request of await shelf.keys()) bytes += (await (await shelf.match(request)).blob()).size;
  }
  return bytes;
}

export const noted = async (name, what) => (await (await caches.open(name)).match(what))?.text();

/* The guards that stood above the list stand above each page of it. */
function headed(answer, type) {
  const headers = new Headers(answer.headers);
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name);
  headers.set("Content-Type", type);
  return headers;
}

/* One after another, so that whoever is at the page is not kept waiting; one that cannot be had is left out. */
async function sounds(shelf, pages) {
  const said = pages.flatMap(({ script }) => script?.utterances ?? []).filter((one) => one.public);
  let bytes = 0;
  for (const address of new Set(said.flatMap(({ src, times }) => (times ? [src, times] : [src])))) {
    const there = await shelf.match(address), answer = there ?? (await fetch(address, { priority: "low" }).catch(() => null));
    if (!answer?.ok || bytes > MOST_SOUND) continue;
    bytes += (await answer.clone().blob()).size;
    if (!there) await shelf.put(address, answer);
  }
}
