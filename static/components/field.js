/* Enter in a text box goes to the next box, and sends only from the last one. Never while a word is being composed. */
addEventListener("keydown", (event) => {
  const box = event.target;
  if (event.key !== "Enter" || event.isComposing || event.keyCode === 229 || !box.matches?.("#answer input[type=text]")) return;
  const boxes = [...box.form.querySelectorAll("input[type=text], textarea")];
  const next = boxes[boxes.indexOf(box) + 1];
  if (!next) return;
  event.preventDefault();
  next.focus();
});
