/* On whose way a question lies: the server's own conditions, read here where there is no network (portal/catalogue/conditions). */
const JOINS = {
  not: (wanted, value) => !holds(wanted, value),
  all: (wanted, value) => wanted.every((part) => holds(part, value)),
  any: (wanted, value) => wanted.some((part) => holds(part, value)),
};

/* `value` gives what was chosen at a question, or null while nothing was. */
export function holds(when, value) {
  return Object.entries(when).every(([key, wanted]) => (Object.hasOwn(JOINS, key) ? JOINS[key](wanted, value) : fits(wanted, value(key))));
}

function fits(wanted, chosen) {
  const some = [wanted].flat();
  return Array.isArray(chosen) ? some.some((one) => chosen.includes(one)) : chosen != null && some.includes(chosen);
}

/* The questions on the way as far as choices tell; of what is asked of each person, what is asked of the applicant. */
export function onWay(questions, choices) {
  return questions.filter(({ each, key, when }) => {
    const person = each && key.includes(".") ? key.slice(key.indexOf(".")) : null;
    return holds(when, (id) => (person && choices[id + person]) ?? choices[id] ?? null);
  });
}

/* What a form says at a question that may decide: an option, yes or no, several options; nothing of any other. */
export function choice({ kind }, typed) {
  if (kind === "choice") return typed.get("value") || null;
  if (kind === "yes_no") return { yes: true, no: false }[typed.get("value")] ?? null;
  if (kind === "choices") return [...typed.keys()].filter((part) => part.startsWith("pick-")).map((part) => part.slice(5));
  return null;
}
