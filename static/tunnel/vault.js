/* Answers that wait, each sealed with a key of its own draft, which this browser uses and shows to nobody. */
const BASE = "yorisoi", DRAFTS = "drafts", QUEUE = "queue", CIPHER = "AES-GCM", DAYS = 30 * 24 * 3600 * 1000;

const done = (wish) => new Promise((good, bad) => {
  wish.onsuccess = () => good(wish.result);
  wish.onerror = () => bad(wish.error);
});

/* Opened once: on a weak phone that takes as long as to write. Whoever wants it gone is not held up. */
let opened = null;
const base = () => (opened ??= open().catch((none) => { opened = null; throw none; }));

async function open() {
  const wish = indexedDB.open(BASE, 1);
  wish.onupgradeneeded = () => {
    wish.result.createObjectStore(DRAFTS, { keyPath: "service" });
    wish.result.createObjectStore(QUEUE, { keyPath: "n", autoIncrement: true }).createIndex("service", "service");
  };
  const there = await done(wish);
  there.onclose = () => { opened = null; };
  there.onversionchange = () => {
    there.close();
    opened = null;
  };
  return there;
}

/* A phone that was asleep may have lost what was opened: then once more. */
const begun = async (mode) => (await base()).transaction([DRAFTS, QUEUE], mode, { durability: "strict" });

/* `work` is given the two stores; what it writes is written whole or not at all, and is on the disk when this resolves. */
async function within(mode, work) {
  const transaction = await begun(mode).catch(() => { opened = null; return begun(mode); });
  const written = new Promise((good, bad) => {
    transaction.oncomplete = good;
    transaction.onabort = transaction.onerror = () => bad(transaction.error);
  });
  const result = await work(transaction.objectStore(DRAFTS), transaction.objectStore(QUEUE));
  await written;
  return result;
}

async function sealed(key, bytes) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, box: await crypto.subtle.encrypt({ name: CIPHER, iv }, key, bytes) };
}

export const unsealed = (key, { iv, box }) => crypto.subtle.decrypt({ name: CIPHER, iv }, key, box);

/* What is known of a draft: its key, and what was told of it; null where nothing waits. */
export async function draftOf(service) {
  const row = await within("readonly", (drafts) => done(drafts.get(service)));
  return row ? { key: row.key, told: JSON.parse(new TextDecoder().decode(await unsealed(row.key, row))) } : null;
}

export const fresh = () => crypto.subtle.generateKey({ name: CIPHER, length: 256 }, false, ["encrypt", "decrypt"]);

/* A form put at the end of the queue, each with the key it is sealed with (two windows may begin at a time), and with what
   is told of its draft from now on. */
export async function put(service, { key, told }, forms) {
  const row = { service, key, at: Date.now(), ...(await sealed(key, new TextEncoder().encode(JSON.stringify(told)))) };
  const waiting = await Promise.all(forms.map(async ({ url, body, first = false, asked = "" }) => {
    const form = new Response(body), type = form.headers.get("Content-Type");
    return { service, key, url, type, first, asked, ...(await sealed(key, await form.arrayBuffer())) };
  }));
  await within("readwrite", async (drafts, queue) => {
    await done(drafts.put(row));
    for (const form of waiting) await done(queue.add(form));
  });
}

/* As long as a draft lives on the server, and no longer: what nobody came back to is forgotten. */
export const forgotten = (now) => within("readwrite", async (drafts, queue) => {
  for (const { service, at } of await done(drafts.getAll())) if (at <= now - DAYS) await without(drafts, queue, service);
});

/* Somebody begins anew: whatever waits is never sent. */
export const dropped = (service) => within("readwrite", (drafts, queue) => without(drafts, queue, service));

async function without(drafts, queue, service) {
  for (const n of await done(queue.index("service").getAllKeys(service))) await done(queue.delete(n));
  await done(drafts.delete(service));
}

/* The services that something waits for. */
export const services = () => within("readonly", (drafts) => done(drafts.getAllKeys()));

export const waitingOf = (service) => within("readonly", (_, queue) => done(queue.index("service").getAll(service)));

export const sent = (n) => within("readwrite", (_, queue) => done(queue.delete(n)));

/* Nothing waits any more: then the draft and its key go too. False where something came meanwhile. */
export const finished = (service) => within("readwrite", async (drafts, queue) => {
  const left = await done(queue.index("service").count(service));
  if (!left) await done(drafts.delete(service));
  return !left;
});
