import { send } from "../tunnel/sender.js";
import { forgotten, services, waitingOf } from "../tunnel/vault.js";

/* What waits is sent when the network is back, with every page closed or asleep. A page that is looked at does it itself,
   and shows what became of it. Throws where something still waits: then the browser asks once more, later. */
export async function sendClosed() {
  const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const seen = pages.filter(({ visibilityState }) => visibilityState === "visible");
  if (seen.length) return void seen.forEach((page) => page.postMessage("online"));
  await forgotten(Date.now());
  for (const service of await services()) {
    const answer = await send(service);
    if (!answer && (await waitingOf(service)).length) throw new Error("not now");
  }
}
