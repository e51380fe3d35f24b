/* The offer to sign once more with a key of this telephone's own: shown only where it has keys and knows its holder.
   What makes keys and signs is loaded when the button is pressed. */
async function ready() {
  const offer = document.querySelector("template[data-passkey]");
  if (offer && (await globalThis.PublicKeyCredential?.isUserVerifyingPlatformAuthenticatorAvailable?.())) offer.replaceWith(offer.content);
}

/* A key is made once; whoever stopped halfway goes on with it. */
const key = {};

addEventListener("submit", async (event) => {
  const form = event.target, { submitter } = event;
  if (!form.matches("form[data-passkey]") || form.elements.signed.value) return;
  event.preventDefault();
  const status = form.querySelector("[role=status]");
  status.textContent = "";
  try {
    const { made, signed } = await import(form.dataset.passkey), wish = JSON.parse(form.dataset.wish);
    if (key.challenge !== wish.challenge) Object.assign(key, { made: await made(wish), challenge: wish.challenge });
    form.elements.signed.value = JSON.stringify(await signed({ ...wish, ids: [key.made.id] }));
    form.elements.made.value = JSON.stringify(key.made);
    form.requestSubmit(submitter);
  } catch {
    status.textContent = form.dataset.amiss;
  }
});
document.addEventListener("swapped", ready);
ready();
