/* Half-typed words are kept, unread, when the reader turns to another app: the same as after a comfort button. */
let touched = false;

function keep() {
  const form = document.getElementById("answer");
  if (!touched || !form || form.enctype === "multipart/form-data") return;
  touched = false;
  const body = new URLSearchParams(new FormData(form));
  body.append("do", `text:${document.documentElement.dataset.text}`);
  fetch(form.action, { method: "POST", body, redirect: "manual", keepalive: true }).catch(() => { touched = true; });
}

addEventListener("input", (event) => { touched ||= event.target.form?.id === "answer"; });
document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") keep(); });
document.addEventListener("swapped", () => { touched = false; });
