import { fetched, tidied } from "./build.js";
import { sendClosed } from "./closed.js";
import { keep, size, spoken } from "./service.js";
import { atOnce, began, looked, untouched } from "./start.js";

/* Stands between pages and network. The network comes first for every page but the first of a service (start.js); else what
   is kept is shown only where the network fails. */
const KEPT = /^\/(?:static|speech)\//, PAGE = '<main id="main" data-kept';

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(fetched());
});
addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([registration.navigationPreload?.enable(), clients.claim(), tidied(Date.now())]));
});
addEventListener("message", (event) => {
  const { keep: wanted, start, clean, comfort, heard } = event.data, address = wanted?.split("#")[0];
  if (start) return void event.waitUntil(looked(start).then((found) => event.ports[0].postMessage(found)));
  const tell = async () => event.ports[0].postMessage(await size());
  const service = address?.slice(0, address.lastIndexOf("/") + 1);
  if (service) clean ? untouched(service) : event.waitUntil(began(service));
  const done = address ? keep(address, comfort, heard, tell).catch(() => {}) : Promise.resolve();
  event.waitUntil(done.then(tell));
});
addEventListener("fetch", (event) => {
  const { request } = event, { origin, pathname } = new URL(request.url), post = request.method === "POST";
  if (origin !== location.origin) return;
  if (post && !pathname.endsWith("/listen")) event.waitUntil(began());
  if (request.mode === "navigate" && !(post && pathname.endsWith("/device"))) event.respondWith(page(event, pathname));
  else if (request.method === "GET" && KEPT.test(pathname)) event.respondWith(file(request, pathname));
  else if (post && pathname.endsWith("/listen")) event.respondWith(script(request));
});

addEventListener("sync", (event) => event.waitUntil(sendClosed()));

/* The office has answered: what is said has not a word of anybody, and the page asks for the number. */
addEventListener("push", (event) => {
  const { title, body, language, url } = event.data.json();
  const icon = BUILD.files.find((path) => path.includes("/icon"));
  event.waitUntil(registration.showNotification(title, { body, lang: language, icon, tag: "news", data: url }));
});
addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(clients.openWindow(event.notification.data));
});

/* A gateway's own error is no page of ours: ours say how they are to be shown. */
async function page(event, pathname) {
  const first = await atOnce(event, new URL(event.request.url)).catch(() => null);
  if (first) return first;
  try {
    const answer = (await event.preloadResponse) ?? (await fetch(event.request));
    if (answer.status < 502 || answer.headers.has("Content-Security-Policy")) return answer;
  } catch { /* no network */ }
  const there = event.request.method === "GET" ? await caches.match(pathname) : null;
  return there ?? (await offline(pathname)) ?? Response.error();
}

/* In the town and language asked for, or in any that is kept. */
async function offline(pathname) {
  const [, language, town] = pathname.split("/"), own = await caches.match(`/${language}/${town}/offline`);
  if (own) return own;
  for (const name of await caches.keys()) {
    const shelf = await caches.open(name), found = (await shelf.keys()).find(({ url }) => url.endsWith("/offline"));
    if (found) return shelf.match(found);
  }
}

/* Named by content, so what is kept is never old; where Opus is not kept, MP3 says the same. */
async function file(request, pathname) {
  const there = await caches.match(pathname);
  return there ?? fetch(request).catch(async (cut) => (await caches.match(pathname.replace(/\.opus$/, ".mp3"))) ?? Promise.reject(cut));
}

/* What is said of a page: of one that was kept, as it was kept with it. */
async function script(request) {
  const sent = request.clone();
  try {
    return await fetch(request);
  } catch (cut) {
    const asked = new URLSearchParams(await sent.text());
    const there = asked.get("html")?.startsWith(PAGE) ? await caches.match(spoken(asked.get("page"))) : null;
    return there ?? Promise.reject(cut);
  }
}
