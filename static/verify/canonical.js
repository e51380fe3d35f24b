/* One way to write a value down (RFC 8785): its numbers and texts are what JSON.stringify writes, its keys go by UTF-16. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const pairs = Object.keys(value).sort().map((key) => `${text(key)}:${canonical(value[key])}`);
    return `{${pairs.join(",")}}`;
  }
  if (typeof value === "number" && !(Number.isSafeInteger(value) || (Number.isFinite(value) && !Number.isInteger(value))))
    throw new RangeError("a number JSON cannot carry");
  if (value === undefined) throw new RangeError("nothing to write down");
  return typeof value === "string" ? text(value) : JSON.stringify(value);
}

/* Half of a pair of surrogates is no text. */
function text(value) {
  if (/\p{Surrogate}/u.test(value)) throw new RangeError("no text");
  return JSON.stringify(value);
}
