/* The offer to be told when the office has answered: shown only where this browser can tell. The browser asks its holder
   when the button is pressed, and never before. */
const worker = navigator.serviceWorker;
const held = async () => (await worker.getRegistration())?.pushManager.getSubscription();

async function ready() {
  const offer = document.querySelector("template[data-bell]");
  if (!offer || !worker || !globalThis.PushManager || Notification.permission === "denied") return;
  const quiet = offer.content.querySelector("[value=quiet]");
  offer.replaceWith(offer.content);
  quiet.hidden = !(await held());
}

async function subscribed(applicationServerKey) {
  if ((await Notification.requestPermission()) !== "granted") throw new Error();
  await worker.register("/sw.js");
  const { pushManager } = await worker.ready, wish = { userVisibleOnly: true, applicationServerKey };
  return pushManager.subscribe(wish).catch(async () => { // it may know us by a key of before
    await (await pushManager.getSubscription())?.unsubscribe();
    return pushManager.subscribe(wish);
  });
}

addEventListener("submit", async (event) => {
  const form = event.target, wish = event.submitter?.value;
  if (!form.matches("form[data-bell]")) return;
  event.preventDefault();
  const status = form.querySelector("[role=status]"), quiet = form.querySelector("[value=quiet]");
  status.textContent = "";
  try {
    const { endpoint, keys } = (wish === "ring" ? await subscribed(form.dataset.bell) : await held()).toJSON();
    const { ok } = await fetch(form.action, { method: "POST", body: new URLSearchParams({ do: wish, endpoint, ...keys }) });
    if (!ok) throw new Error();
    status.textContent = form.dataset[wish];
    quiet.hidden = wish === "quiet";
  } catch {
    status.textContent = form.dataset.amiss;
  }
});
document.addEventListener("swapped", ready);
ready();
