import { canonical } from "./canonical.js";
import { hex, leaf, same, sha256, unpacked, written } from "./tree.js";

/* Whether somebody's own key (a passkey) has signed all records of an act, by what the record says of it alone. */
const PARTS = "algorithm authenticator_data client_data origin public_key signature";
const KINDS = {
  "-7": { import: { name: "ECDSA", namedCurve: "P-256" }, verify: { name: "ECDSA", hash: "SHA-256" }, signature: fromDer },
  "-257": { import: { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" }, verify: "RSASSA-PKCS1-v1_5", signature: (bytes) => bytes },
};
const PRESENT = 1, VERIFIED = 4, SHORTEST = 37;
const WHOLE = 32;

/* "proven", "failed", or "left" where this browser does not know the kind of key. */
export async function signedByKey(given, { signs, passkey }) {
  if (canonical(signs) !== canonical(given.map((one) => one.record_id))) return "failed";
  if (Object.keys(passkey).sort().join(" ") !== PARTS) return "failed";
  const client = written(passkey.client_data), told = JSON.parse(passkey.client_data), data = unpacked(passkey.authenticator_data);
  if (told.type !== "webauthn.get" || told.origin !== passkey.origin || (told.crossOrigin ?? false) !== false) return "failed";
  if (told.challenge !== address(await wanted(given))) return "failed";
  if (data.length < SHORTEST || !same(data.slice(0, WHOLE), await sha256(written(new URL(passkey.origin).hostname)))) return "failed";
  if (!(data[WHOLE] & PRESENT) || !(data[WHOLE] & VERIFIED)) return "failed";
  return fitsKey(passkey, new Uint8Array([...data, ...(await sha256(client))]));
}

/* What is to be signed: the hashes of all records of the act, as they stand in the log. */
async function wanted(given) {
  const leaves = await Promise.all(given.map(async (record) => hex(await leaf(written(canonical(record))))));
  return sha256(written(canonical({ log: `yorisoi/${given[0].municipality}`, leaves })));
}

const address = (bytes) => btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

async function fitsKey({ algorithm, public_key, signature }, content) {
  const kind = typeof algorithm === "number" && KINDS[algorithm];
  if (!kind) return "failed";
  try {
    const key = await crypto.subtle.importKey("spki", unpacked(public_key), kind.import, false, ["verify"]);
    return (await crypto.subtle.verify(kind.verify, key, kind.signature(unpacked(signature)), content)) ? "proven" : "failed";
  } catch (error) {
    return error.name === "NotSupportedError" ? "left" : "failed";
  }
}

/* The two numbers of a signature by ECDSA: in ASN.1 as keys write them, side by side as browsers read them. */
function fromDer(der) {
  const numbers = new Uint8Array(2 * WHOLE);
  let at = 2;
  for (const end of [WHOLE, 2 * WHOLE]) {
    const length = der[at + 1], number = der.slice(at + 2, at + 2 + length), bare = number[0] ? number : number.slice(1);
    const minimal = number[0] < 128 && (number[0] || number[1] > 127);
    if (der[at] !== 2 || number.length !== length || !minimal || bare.length > WHOLE) throw new RangeError("no signature");
    numbers.set(bare, end - bare.length);
    at += 2 + length;
  }
  if (der[0] !== 48 || der[1] !== der.length - 2 || at !== der.length) throw new RangeError("no signature");
  return numbers;
}
