/* A picture is turned and enlarged in place. Without this script each link brings the page anew, and is one more look at it. */
const looked = document.querySelector(".looked"), ways = [...document.querySelectorAll("[data-by], [data-times]")];
function told(turn, size) {
  const query = new URLSearchParams();
  if (turn) query.set("turn", turn);
  if (size > 1) query.set("size", size);
  return `${location.pathname}${query.size ? `?${query}` : ""}`;
}
function see(turn, size) {
  Object.assign(looked.dataset, { turn, size });
  history.replaceState(history.state, "", told(turn, size));
  for (const way of ways) {
    const { by, times } = way.dataset;
    way.href = `${by ? told((turn + Number(by) + 360) % 360, size) : told(turn, Number(times))}#${way.id}`;
    if (Number(times) === size) way.setAttribute("aria-current", "true");
    else way.removeAttribute("aria-current");
  }
}
function press(event) {
  const way = event.target.closest?.("[data-by], [data-times]");
  if (!looked || !way || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const wanted = new URL(way.href).searchParams;
  see(Number(wanted.get("turn") ?? 0), Number(wanted.get("size") ?? 1));
}
if (looked) addEventListener("click", press);
