/* A button pressed twice by a hand that trembles is pressed once. */
const pressed = new WeakMap();
addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  if (event.timeStamp - pressed.get(event.target) < 2000) event.preventDefault();
  else pressed.set(event.target, event.timeStamp);
});
