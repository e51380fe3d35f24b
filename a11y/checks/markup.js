/* What is broken in the markup as the browser holds it. */
() => {
  const found = [], ids = new Set();
  const POINTS = /^(aria-(labelledby|describedby|controls|owns|details|flowto|errormessage)|headers)$/;
  const POINTS_ONCE = /^(for|form|list|popovertarget|commandfor|aria-activedescendant)$/;
  for (const it of document.querySelectorAll("[id]")) {
    if (!it.id || /\s/.test(it.id)) found.push(`${named(it)} has an id that is none: "${it.id}"`);
    if (ids.has(it.id)) found.push(`the id ${it.id} comes twice`);
    ids.add(it.id);
  }
  for (const it of document.querySelectorAll("*"))
    for (const { name, value } of it.attributes) {
      const to = POINTS.test(name) ? value.split(/\s+/) : POINTS_ONCE.test(name) ? [value]
        : name === "href" && value.startsWith("#") ? [value.slice(1)] : [];
      for (const id of to) if (!ids.has(id)) found.push(`${named(it)} points with ${name} to "${id}", which is nowhere`);
      if (name === "form" && ids.has(value) && !it.form) found.push(`${named(it)} belongs to something that is no form`);
    }
  for (const it of document.querySelectorAll("label")) {
    if (!it.control) found.push(`${named(it)} is the label of nothing`);
    if (it.querySelectorAll("input, select, textarea, button").length > 1)
      found.push(`${named(it)} is around several boxes`);
  }

  const WORDS = `a, audio, b, bdi, br, button, canvas, code, em, i, img, input, kbd, label, one-line, progress, q, rp, rt, ruby,
    s, select, small, span, strong, sub, sup, svg, textarea, time, u, wbr, with-kana`;
  const INSIDE = {
    ":is(ul, ol, menu) > *": "li, script, template",
    "dl > *": "div, dt, dd, script, template",
    "dl > div > *": "dt, dd, script, template",
    "li": ":is(ul, ol, menu) > li",
    "legend": "fieldset > legend:first-child",
    "summary": "details > summary:first-child",
    ":is(p, h1, h2, h3, h4, button, label, small, b, strong, span) > *": WORDS,
    "button, [role=button]": "button[name], button[type]",
    "center, font, marquee, blink, acronym, big, tt": "nothing",
  };
  for (const [where, fits] of Object.entries(INSIDE))
    for (const it of document.querySelectorAll(where))
      if (!it.matches(fits)) found.push(`${named(it)} has no place in ${named(it.parentElement)}`);
  for (const it of document.querySelectorAll("a[href], button"))
    if (it.querySelector("a[href], button, summary, label, select, textarea, input, iframe, [tabindex]"))
      found.push(`${named(it)} holds something else to press`);
  if (!document.doctype || document.compatMode !== "CSS1Compat") found.push("the page has no doctype of today");
  if (document.characterSet !== "UTF-8") found.push(`the page is in ${document.characterSet}`);
  return found;
}
