/* The first page of a service as it was kept (static/worker/start.js): what the network's is like is told by the worker.
   Until then its button goes on with what may have been begun, and begins nothing anew. */
const main = document.querySelector("main"), button = main.querySelector(".go[value=continue]");
const { port1, port2 } = new MessageChannel();

port1.onmessage = ({ data }) => {
  if (data === "other") return void (main.isConnected && location.reload());
  button.value = "begin";
  if (data !== "same") return;
  main.removeAttribute("data-kept");
  document.dispatchEvent(new Event("kept"));
};
navigator.serviceWorker.controller?.postMessage({ start: location.pathname }, [port2]);
