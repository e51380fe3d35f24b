/* What a browser does with keys of its own (Web Authentication). Bytes come and go as base64 for addresses, without padding. */
const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const RECOGNISED = "required";

/* A new key for `place`, named `user` where its holder keeps keys; `algorithms` are kinds by their numbers in COSE.
   One with a `handle` is found again without being named, wherever it is kept; not where one of the `others` is. */
export async function made({ place, user, challenge, algorithms, handle, others = [] }) {
  const id = handle ? bytes(handle) : crypto.getRandomValues(new Uint8Array(16));
  const kept = handle ? { residentKey: "required", requireResidentKey: true } : { authenticatorAttachment: "platform", residentKey: "discouraged" };
  const { rawId, response, type } = await navigator.credentials.create({ publicKey: {
    rp: { id: place, name: user },
    user: { id, name: user, displayName: user },
    challenge: bytes(challenge),
    pubKeyCredParams: algorithms.map((alg) => ({ type: "public-key", alg })),
    authenticatorSelection: { ...kept, userVerification: RECOGNISED },
    excludeCredentials: named(others),
    attestation: "none",
  } });
  return told(rawId, type, { clientDataJSON: response.clientDataJSON, attestationObject: response.attestationObject });
}

/* What is signed with one of the keys by their ids; with whichever its holder picks where none is named. */
export async function signed({ place, challenge, ids }) {
  const { rawId, response, type } = await navigator.credentials.get({ publicKey: {
    rpId: place,
    challenge: bytes(challenge),
    allowCredentials: named(ids),
    userVerification: RECOGNISED,
  } });
  const { clientDataJSON, authenticatorData, signature } = response;
  return told(rawId, type, { clientDataJSON, authenticatorData, signature });
}

const named = (ids) => ids.map((id) => ({ type: "public-key", id: bytes(id) }));

function told(rawId, type, parts) {
  const response = Object.fromEntries(Object.entries(parts).map(([name, buffer]) => [name, text(buffer)]));
  return { id: text(rawId), rawId: text(rawId), type, response };
}
