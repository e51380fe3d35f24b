/* A service that was opened is kept for where there is no network, some time after its page is there; how much is kept is
   said in words. And everything is forgotten where that is wished for. */
const worker = navigator.serviceWorker, SOON = 3000, MEGA = 1e6;
const BESIDE = { kana: "..on", ja: ".on" }; // as portal/preferences.py writes what stands beside the words

async function ask(told, keep) {
  if (keep) await worker.register("/sw.js");
  else if (!(await worker.getRegistration())) return;
  const { active } = await worker.ready, { port1, port2 } = new MessageChannel();
  const { text, contrast, aloud } = document.documentElement.dataset;
  const beside = BESIDE[told.dataset.beside] ?? "..off";
  port1.onmessage = ({ data }) => {
    told.textContent = told.dataset.told.replace("{n}", Math.ceil(data / MEGA));
    told.hidden = !data;
    document.dispatchEvent(new Event("kept"));
  };
  const clean = told.isConnected && !document.querySelector("main [value=continue]");
  active.postMessage({ keep, clean, comfort: `${text}.${contrast}..${aloud}${beside}`, heard: aloud && !navigator.connection?.saveData }, [port2]);
}

function begin() {
  const told = document.querySelector(".stored"), keep = told?.dataset.keep;
  if (told && worker) setTimeout(() => ask(told, keep).catch(() => {}), keep ? SOON : 0);
}

/* Every storage a page can reach; what it cannot, the server's answer ends. */
const STORAGES = [
  async () => localStorage.clear(),
  async () => sessionStorage.clear(),
  async () => { for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name); },
  async () => Promise.all((await caches.keys()).map((name) => caches.delete(name))),
  async () => Promise.all((await worker.getRegistrations()).map(async (one) => {
    for (const note of (await one.getNotifications?.()) ?? []) note.close();
    return one.unregister();
  })),
];

/* Whom the office would tell, so that the server forgets it; where there is nobody, nothing is said. */
async function rung(form) {
  const place = await worker?.getRegistration(), subscribed = await place?.pushManager?.getSubscription();
  if (subscribed) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "bell", value: subscribed.endpoint }));
}

/* Each by itself: where a browser lacks one, the others go all the same. */
const forget = () => Promise.allSettled(STORAGES.map((clear) => clear()));

addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches(".wipe")) return;
  event.preventDefault();
  const wiped = () => rung(form).catch(() => {}).then(forget).then(() => form.submit());
  const told = form.querySelector("[data-cut]"), cut = () => { told.textContent = told.dataset.cut; };
  told.textContent = "";
  fetch(form.action).then(({ ok }) => (ok ? wiped() : cut()), cut); // what the server holds for this browser goes too, or nothing
});
document.addEventListener("swapped", begin);
begin();
