/* Files by content hash, of this build and of those before: a page opened then still finds its own. */
const MONTH = 31 * 24 * 3600 * 1000, REPLACED = "/replaced", FILES = "files ";
const own = FILES + BUILD.name;

export const fetched = () => caches.open(own).then((shelf) => shelf.addAll(BUILD.files));

export const readAloud = () => caches.open(own).then((shelf) => shelf.addAll(BUILD.heard));

/* Those of other builds are forgotten when no draft begun in their time can be under way any more. */
export async function tidied(now) {
  const others = (await caches.keys()).filter((name) => name.startsWith(FILES) && name !== own);
  await Promise.all(others.map(async (name) => {
    const shelf = await caches.open(name), since = await shelf.match(REPLACED);
    if (!since) return shelf.put(REPLACED, new Response(String(now)));
    if (Number(await since.text()) < now - MONTH) return caches.delete(name);
  }));
}
