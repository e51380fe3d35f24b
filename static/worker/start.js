import { kept, noted, OPENED, STAMP } from "./service.js";

/* The first page of a kept service stands at once, and the network's is looked at behind it. Only where the server showed
   last that nothing is begun on this telephone, no form has left it since (so that size, colours and all else are as they
   were kept), and the files are of this build. */
const FRESH = "/fresh", FIRST = /^(?:\/[^/]+){3}\/$/, MARK = '<main id="main" data-kept', PATIENT = 5000;
const ANEW = 'value="begin"', GO_ON = 'value="continue"';
const clean = new Set(), looks = new Map();

/* The page of a service stands as the server showed it, and nothing is begun. */
export const untouched = (pathname) => clean.add(pathname);

/* Something is under way, here or, without a path, anywhere. */
export async function began(pathname) {
  if (pathname) clean.delete(pathname);
  else clean.clear();
  for (const name of await caches.keys()) {
    if (pathname ? name === kept(pathname) : name.startsWith("service ")) await (await caches.open(name)).delete(FRESH);
  }
}

/* The pages of a service are kept anew. */
export async function renewed(pathname) {
  if (clean.has(pathname)) await (await caches.open(kept(pathname))).put(FRESH, new Response("yes"));
}

/* The kept page, or nothing where the network is to be asked first. */
export async function atOnce(event, { pathname, search }) {
  const cacheName = kept(pathname);
  if (event.request.method !== "GET" || search || !FIRST.test(pathname) || !(await caches.has(cacheName))) return null;
  if (!(await caches.match(FRESH, { cacheName })) || !(await noted(cacheName, STAMP))?.endsWith(BUILD.name)) return null;
  const page = await caches.match(pathname, { cacheName }), html = await page.text();
  const look = compared(event, pathname, html);
  looks.set(pathname, look);
  event.waitUntil(look);
  const script = `<script type="module" src="${BUILD.files.find((path) => path.includes("/fresh"))}"></script></head>`;
  return new Response(html.replace(ANEW, GO_ON).replace("</head>", script), { headers: page.headers });
}

/* Asked by the page itself: "same", "other", or "cut" where there is no network. */
export const looked = async (pathname) => looks.get(pathname) ?? (await began(pathname), "other");

async function compared(event, pathname, html) {
  const limit = new Promise((done) => setTimeout(done, PATIENT, null));
  const network = async () => (await event.preloadResponse) ?? fetch(event.request);
  const answer = await Promise.race([network().catch(() => null), limit]);
  if (!answer?.headers.has("Content-Security-Policy")) return "cut";
  if (answer.status === 200 && (await answer.text()) === html.replace(MARK, MARK.slice(0, MARK.lastIndexOf(" ")))) {
    await (await caches.open(kept(pathname))).put(OPENED, new Response(String(Date.now())));
    return "same";
  }
  await began(pathname);
  return "other";
}
