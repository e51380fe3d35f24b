import { HASH, hex, sha256, unpacked, written } from "./tree.js";

/* The signed head of a log (C2SP tlog-checkpoint, a signed note) and the keys it is signed with (Ed25519). */
const ED25519 = 1, MOST_SIGNATURES = 64;
const BODY = /^([^\s+\x00-\x1f]+)\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/]{43}=)\n$/;
const KEY = /^([^\s+\x00-\x1f]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/;
const MOMENT = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:Z|[+-]\\d\\d:\\d\\d)";
const PERIOD = new RegExp(`^# from (${MOMENT})(?: until (${MOMENT}))?$`);
const SIGNATURE = /^\u2014 ([^\s+\x00-\x1f]+) ([A-Za-z0-9+/]+={0,2})$/;

/* The keys of log.pub: one a line, each with the times right above it; what else begins with # is passed over. Throws for what
   is no key. */
export async function keysOf(text) {
  const lines = text.split("\n").map((line) => line.trim());
  const told = [...lines.entries()].filter(([, line]) => line && !line.startsWith("#"));
  return Promise.all(told.map(([n, line]) => keyOf(line, PERIOD.exec(lines[n - 1] ?? ""))));
}

/* Which of these keys a note names among those that signed it. */
export const signing = (keys, note) => keys.filter((key) => note.signatures.some((one) => key.name === one.name && key.id === one.id));

async function keyOf(line, period) {
  const [, name, id, packed] = KEY.exec(line) ?? [], kind = packed ? unpacked(packed) : [];
  if (kind.length !== HASH + 1 || kind[0] !== ED25519) throw new RangeError("no key");
  if (hex(await sha256(written(`${name}\n`), kind)).slice(0, 8) !== id) throw new RangeError("another key");
  const [, since = "", until = ""] = period ?? [];
  return { name, id, bytes: kind.slice(1), since, until };
}

/* What a note says and who has signed it. Throws for what is no note. */
export function noteOf(note) {
  const end = note.indexOf("\n\n"), text = note.slice(0, end + 1), lines = note.slice(end + 2).split("\n");
  const [, origin, size, root] = BODY.exec(end < 0 ? "" : text) ?? [];
  if (!origin || lines.pop() || !lines.length || lines.length > MOST_SIGNATURES) throw new RangeError("no note");
  const signatures = lines.map((line) => {
    const [, name, packed] = SIGNATURE.exec(line) ?? [], box = packed ? unpacked(packed) : [];
    if (box.length < 5) throw new RangeError("no signature");
    return { name, id: hex(box.slice(0, 4)), bytes: box.slice(4) };
  });
  return { text, origin, size: Number(size), root: unpacked(root), signatures };
}

/* "proven" when a key known here has signed and none of those known does not fit; "left" where this browser cannot tell. */
export async function signedBy(keys, note) {
  const ours = note.signatures.flatMap((one) => keys.filter((key) => key.name === one.name && key.id === one.id).map((key) => [key, one]));
  for (const [key, signature] of ours) {
    const fits = await fitting(key.bytes, signature.bytes, written(note.text));
    if (fits !== "proven") return fits;
  }
  return ours.length ? "proven" : "failed";
}

async function fitting(key, signature, text) {
  let made;
  try {
    made = await crypto.subtle.importKey("raw", key, { name: "Ed25519" }, false, ["verify"]);
  } catch (error) {
    return error.name === "NotSupportedError" ? "left" : "failed";
  }
  try {
    return (await crypto.subtle.verify("Ed25519", made, signature, text)) ? "proven" : "failed";
  } catch {
    return "failed";
  }
}
