/* Text size and colours at once, without losing a typed word; the server is told in the background. Languages go the plain way. */
addEventListener("click", (event) => {
  const button = event.target.closest?.('button[name="do"]');
  const [kind, value] = (button?.value ?? "").split(":");
  if (kind === "language") { // what is chosen goes along, to this page's own address in that language
    if (button.form?.id === "answer") button.formAction = location.pathname.replace(/^\/[^/]+/, `/${value}`);
    else button.removeAttribute("formaction");
  }
  if (kind !== "text" && kind !== "contrast") return;
  event.preventDefault();
  document.documentElement.dataset[kind] = value;
  const wash = getComputedStyle(document.documentElement).getPropertyValue("--wash");
  for (const frame of document.querySelectorAll("[name=theme-color]")) frame.content = wash;
  for (const other of document.querySelectorAll(`button[value^="${kind}:"]`))
    other.value === button.value ? other.setAttribute("aria-current", "true") : other.removeAttribute("aria-current");
  button.scrollIntoView({ block: "nearest" });
  const form = document.querySelector("form.comfort");
  const body = new URLSearchParams({ do: button.value, back: form.elements.back.value });
  fetch(form.action, { method: "POST", body, redirect: "manual", keepalive: true }).catch(() => {});
});
