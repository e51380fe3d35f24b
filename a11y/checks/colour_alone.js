/* What is told without a word or a shape; and one round button or box of each group: its kind, its name, its number among all and its place. */
() => {
  const coloured = [], marks = [...document.querySelectorAll(MARKS)], groups = new Map();
  const thick = (it) => it && Math.max(...["Top", "Left"].map((side) => parseFloat(getComputedStyle(it)[`border${side}Width`])));
  for (const it of document.querySelectorAll("[aria-invalid=true]")) {
    const said = (it.getAttribute("aria-describedby") ?? "").split(" ").map((id) => document.getElementById(id))
      .some((words) => words?.id.endsWith("-error") && words.innerText.trim() && shown(words));
    if (!said) coloured.push(`${named(it)} is wrong, and no words say so`);
    if (Math.max(thick(it), thick(it.closest(".wrong")) || 0) < 4) coloured.push(`${named(it)} is wrong, and its edge differs in colour only`);
  }
  for (const it of document.querySelectorAll(".must, .may"))
    if (!/\p{L}/u.test(it.innerText)) coloured.push(`${named(it)} says without words whether an answer is needed`);
  for (const it of document.querySelectorAll("[aria-current=true]")) {
    const other = [...it.parentElement.children].find((each) => each.localName === it.localName && !each.hasAttribute("aria-current"));
    const sign = /"[^"]*\S/.test(getComputedStyle(it, "::before").content), outline = getComputedStyle(it).outlineStyle !== "none";
    if (shown(it) && other && !sign && !outline && thick(it) <= thick(other)) coloured.push(`${named(it)} is in use, and only its colour says so`);
  }
  marks.forEach((it, number) => {
    if (!shown(it) || groups.has(it.name || it)) return;
    const box = it.getBoundingClientRect();
    const kind = [it.type, it.className, it.closest("label")?.className, drawn(it), drawn(it.closest("label") ?? it)].join(" ");
    groups.set(it.name || it, [kind, named(it), number, box.left + scrollX, box.top + scrollY, box.right + scrollX, box.bottom + scrollY]);
  });
  const one_box = [...groups.values()].filter(([, , number], n, all) => marks[number].type === "radio" || n === all.findIndex(([, , m]) => marks[m].type === "checkbox"));
  return { coloured, marks: one_box, chosen: marks.map((it) => it.checked) };
}
