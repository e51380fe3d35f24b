/* A form with data-ceremony asks the browser for a passkey first; what makes keys and signs is loaded when its button is pressed. */
async function perform(event) {
  const form = event.target, { submitter } = event, told = form.elements.told;
  if (!form.matches("form[data-ceremony]") || told.value) return;
  event.preventDefault();
  const status = form.querySelector("[role=status]");
  status.textContent = "";
  if (!globalThis.PublicKeyCredential) { status.textContent = form.dataset.none; return; }
  try {
    const acts = await import(form.dataset.script);
    told.value = JSON.stringify(await acts[form.dataset.ceremony](JSON.parse(form.dataset.wish)));
    form.requestSubmit(submitter);
  } catch {
    status.textContent = form.dataset.amiss;
  }
}
addEventListener("submit", perform);

/* What a page came to say takes the focus. */
document.querySelector("[data-focus]")?.focus();

/* A page brought back from memory would ask with a challenge that was answered already. */
addEventListener("pageshow", (event) => { if (event.persisted && document.querySelector("form[data-ceremony]")) location.reload(); });
