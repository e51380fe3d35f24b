import { canonical } from "./canonical.js";
import { keysOf, noteOf, signedBy, signing } from "./note.js";
import { signedByKey } from "./passkey.js";
import { HASH, extended, hex, included, leaf, same, sha256, unpacked, written } from "./tree.js";

/* A bundle checked where it was opened, without asking anybody: the same findings as the town's own check comes to. */
const MAY = ["salt", "name", "answers"], MUST = ["v", "records", "checkpoint"], MOST = 64, SOURCE = "ja";
const GIVEN = "given", WITHDRAWN = "withdrawn", SIGNED = "signed", WITNESSED = "witnessed";
const WITNESS = "witness", BY_SESSION = "staff_session";
const keys = (value) => Object.keys(value).sort().join(" ");
const digest = async (value) => hex(await sha256(written(canonical(value))));

/* `trusted`: the town's keys (log.pub); `older`: { note, proof } of another day. Gives [what, state] pairs and what is told. */
export async function check(text, trusted, older) {
  let held;
  try {
    held = opened(text);
  } catch {
    return { found: [["shape", "failed"]], told: null };
  }
  const known = await keysOf(trusted);
  const found = [["signature", await signedBy(known, held.head)]], former = signing(known, held.head);
  if (found[0][1] !== "failed" && former.every((key) => key.until)) found.push(["key", inTime(held, former)]);
  found.push(["place", await state(inPlace(held))]);
  if (!together(held)) found.push(["together", "failed"]);
  found.push(["words", await state(worded(held))], ["answers", await answers(held)]);
  if (held.withdrawn.length) found.push(["back", takenBack(held) ? "proven" : "failed"]);
  if (held.signed.length) found.push(["passkey", await passkey(held)]);
  if (held.witnessed.length) found.push(["witness", stoodBy(held) ? "proven" : "failed"]);
  if (older) found.push(["older", await goesOn(held.head, older, known)]);
  return { found, told: told(held, found, former) };
}

/* How many records two heads have, a file's and another; null when the other is no head. A file that is none has none. */
export function heads(text, note) {
  let sizes;
  try {
    sizes = [noteOf(note).size];
  } catch {
    return null;
  }
  try {
    return [...sizes, noteOf(JSON.parse(text).checkpoint).size];
  } catch {
    return [...sizes, ...sizes];
  }
}

/* The verdict: only what is signed and fits everywhere is genuine; what could not be looked at leaves it open. */
export function verdict(found) {
  const signature = found.find(([what]) => what === "signature")?.[1];
  if (!signature || signature === "failed" || found.some(([, state]) => state === "failed")) return "changed";
  return signature === "proven" ? "genuine" : "unsure";
}

/* What cannot even be looked at has failed. */
const state = (look) => look.then((fits) => (fits ? "proven" : "failed"), () => "failed");

function opened(text) {
  const bundle = JSON.parse(text), shape = (fits) => { if (!fits) throw new RangeError("no bundle"); };
  const mine = Object.keys(bundle);
  shape(MUST.every((key) => mine.includes(key)) && mine.every((key) => MUST.includes(key) || MAY.includes(key)));
  const { v, records, checkpoint } = bundle;
  shape(v === 1 && Array.isArray(records) && records.length > 0 && records.length <= MOST && typeof checkpoint === "string");
  for (const { index, record, statements, proof, ...more } of records) {
    shape(!keys(more) && Number.isSafeInteger(index) && keys(statements) === "shown source");
    shape([statements.shown, statements.source, proof].every(Array.isArray) && proof.length <= MOST);
    shape([GIVEN, WITHDRAWN, SIGNED, WITNESSED].includes(record.event));
  }
  const of = (event) => records.map(({ record }) => record).filter((record) => record.event === event);
  const secrets = Object.fromEntries(MAY.filter((key) => key in bundle).map((key) => [key, bundle[key]]));
  return { entries: records, head: noteOf(checkpoint), given: of(GIVEN), withdrawn: of(WITHDRAWN), signed: of(SIGNED), witnessed: of(WITNESSED), secrets };
}

/* Whether every record stands in the signed tree of its own town. */
async function inPlace({ entries, head }) {
  for (const { record, index, proof } of entries) {
    if (head.origin !== `yorisoi/${record.municipality}`) return false;
    const beside = proof.map(unpacked), mine = await leaf(written(canonical(record)));
    if (beside.some((hash) => hash.length !== HASH)) return false;
    if (!(await included(mine, index, head.size, beside, head.root))) return false;
  }
  return true;
}

/* Whether all of it was done while keys that sign no more still did: nothing later can be theirs. */
function inTime({ entries }, former) {
  try {
    const newest = Math.max(...entries.map(({ record }) => Date.parse(record.act.at)));
    return newest <= Math.max(...former.map(({ until }) => Date.parse(until))) ? "proven" : "failed";
  } catch {
    return "failed";
  }
}

/* Whether the records of what was given are all those of one act. */
function together({ given }) {
  try {
    const acts = new Set(given.map((one) => canonical([one.transaction, one.together, one.answers.commitment])));
    const ids = new Set(given.map((one) => canonical(one.record_id)));
    return acts.size === 1 && ids.size === given.length && given.length === given[0].together;
  } catch {
    return false;
  }
}

/* Whether the words are those whose hashes stand in the records. */
async function worded({ entries }) {
  for (const { record: { statements: hashes }, statements: { shown, source } } of entries) {
    const japanese = source.length || hashes.language !== SOURCE ? source : shown;
    if (!shown.length || shown.length !== hashes.shown.length || japanese.length !== shown.length) return false;
    for (const [n, one] of hashes.shown.entries())
      if (one.id !== shown[n].id || one.sha256 !== (await digest(shown[n])) || one.source_sha256 !== (await digest(japanese[n]))) return false;
  }
  return true;
}

/* Whether what was taken back had been given by this act. */
function takenBack({ given, withdrawn }) {
  const ids = new Set(given.map((one) => one.record_id));
  return withdrawn.every(({ withdraws }) => Array.isArray(withdraws) && withdraws.length && withdraws.every((id) => ids.has(id)));
}

/* Whether somebody's own key has signed all records of this act. */
async function passkey({ given, signed }) {
  try {
    const states = await Promise.all(signed.map((one) => signedByKey(given, one)));
    return ["failed", "left", "proven"].find((state) => states.includes(state));
  } catch {
    return "failed";
  }
}

/* Whether somebody of the staff, in that role and no other, says to have stood by when all of it was done. */
function stoodBy({ given, witnessed }) {
  try {
    const ids = canonical(given.map((one) => one.record_id)), right = canonical([WITNESS, BY_SESSION]);
    if (given.some(({ actor }) => !("role" in actor) || actor.role === WITNESS)) return false;
    return witnessed.every(({ witnesses, actor, verification }) => canonical(witnesses) === ids && canonical([actor.role, verification.method]) === right);
  } catch {
    return false;
  }
}

/* Whether answers and name are those that were sealed; a name and a salt alone are no answers. */
async function answers(held) {
  if (!keys(held.secrets)) return "left";
  const found = await state(sealed(held));
  return found === "proven" && !("answers" in held.secrets) ? "left" : found;
}

async function sealed({ given, secrets }) {
  const { salt } = secrets;
  if (typeof salt !== "string" || !/^[0-9a-f]{64}$/.test(salt)) return false;
  const bytes = Uint8Array.from(salt.match(/../g), (pair) => parseInt(pair, 16));
  const commitment = async (value) => hex(await sha256(bytes, written(canonical(value))));
  const mine = "answers" in secrets ? await commitment(secrets.answers) : null;
  const name = "name" in secrets ? await commitment({ name: secrets.name }) : null;
  if (mine === null && name === null) return false;
  return given.every((one) => [mine ?? one.answers.commitment, name ?? one.actor.commitment].join() === [one.answers.commitment, one.actor.commitment].join());
}

/* Whichever of the two heads has more leaves must go on from the other. */
async function goesOn(head, { note, proof }, known) {
  try {
    const other = noteOf(note);
    const signed = await signedBy(known, other);
    if (signed !== "proven") return signed;
    const [first, second] = head.size <= other.size ? [head, other] : [other, head];
    if (first.size !== second.size && first.size && !proof.length) return "left";
    if (first.size === second.size && !same(first.root, second.root)) return "failed";
    return head.origin === other.origin && (await extended(first, second, proof.map(unpacked))) ? "proven" : "failed";
  } catch {
    return "failed";
  }
}

/* What a person may want to see of it: when, whose name, which words; of a changed one nothing can be believed. */
function told({ entries, given, withdrawn, signed, secrets }, found, signing) {
  if (verdict(found) === "changed") return null;
  const words = (event) => entries.filter(({ record }) => record.event === event).flatMap(({ statements }) => statements.shown.map(({ text }) => text));
  const name = typeof secrets.name === "string" ? secrets.name : "";
  const old = signing.every(({ until }) => until) ? signing[0] : null;
  return { since: old?.since ?? "", until: old?.until ?? "", at: given[0].act.at, back: withdrawn[0]?.act.at ?? "", passkey: signed[0]?.act.at ?? "", language: given[0].statements.language, name, words: words(GIVEN) };
}
