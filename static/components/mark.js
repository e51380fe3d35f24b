/* The round mark held down for a moment and let go of is the act at once; without this file it is pressed twice. */
const HOLD = 800;
/* Whatever comes this soon after the first press is still it: a hand shakes four to six times a second. */
const SHAKE = 700;
let down = null, spent = null, pressed = -SHAKE;

const markOf = (event) => event.target.closest?.("button.press");
const over = (event, mark) => mark.contains(document.elementFromPoint(event.clientX, event.clientY));
const means = (mark, how) => { mark.form.elements.means.value = how; };

addEventListener("pointerdown", (event) => {
  const mark = markOf(event);
  spent = null;
  down = mark && event.isPrimary && !event.button ? { mark, at: event.timeStamp } : null;
});
addEventListener("pointercancel", () => { down = null; });
addEventListener("pointerup", (event) => {
  const held = down && event.timeStamp - down.at >= HOLD && over(event, down.mark);
  const mark = down?.mark, was = mark?.value;
  down = null;
  if (!held) return;
  spent = mark;
  means(mark, "hold");
  mark.value = "seal";
  mark.form.requestSubmit(mark);
  mark.value = was;
});
/* A long touch opens no menu; the click that follows it, or the Enter key kept down, is not another press. */
addEventListener("contextmenu", (event) => { if (markOf(event)) event.preventDefault(); });
addEventListener("keydown", (event) => { if (event.repeat && event.key === "Enter" && markOf(event)) event.preventDefault(); });
addEventListener("click", (event) => {
  const mark = markOf(event), shaken = event.detail && event.timeStamp - pressed < SHAKE;
  if (shaken || (event.detail === 1 && mark?.value === "press")) pressed = event.timeStamp;
  if (shaken || (mark && mark === spent)) {
    event.preventDefault();
    event.stopImmediatePropagation();
    spent = null;
  } else if (mark) means(mark, event.detail ? "two_taps" : "keyboard");
}, true);

const reveal = () => document.querySelectorAll("[data-hold]").forEach((words) => { words.hidden = false; });
document.addEventListener("swapped", reveal);
reveal();
