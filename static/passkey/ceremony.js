/* What a browser does with keys of its own (Web Authentication). Bytes come and go as base64 for addresses, without padding. */
const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const RECOGNISED = "required";

/* A new key for `place`, named `user` where its holder keeps keys; `algorithms` are kinds by their numbers in COSE. */
export async function made({ place, user, challenge, algorithms }) {
  const id = crypto.getRandomValues(new Uint8Array(16));
  const { rawId, response, type } = await navigator.credentials.create({ publicKey: {
    rp: { id: place, name: user },
    user: { id, name: user, displayName: user },
    challenge: bytes(challenge),
    pubKeyCredParams: algorithms.map((alg) => ({ type: "public-key", alg })),
    authenticatorSelection: { authenticatorAttachment: "platform", residentKey: "discouraged", userVerification: RECOGNISED },
    attestation: "none",
  } });
  return told(rawId, type, { clientDataJSON: response.clientDataJSON, attestationObject: response.attestationObject });
}

/* What is signed with a key by its id. */
export async function signed({ place, challenge, id }) {
  const { rawId, response, type } = await navigator.credentials.get({ publicKey: {
    rpId: place,
    challenge: bytes(challenge),
    allowCredentials: [{ type: "public-key", id: bytes(id) }],
    userVerification: RECOGNISED,
  } });
  const { clientDataJSON, authenticatorData, signature } = response;
  return told(rawId, type, { clientDataJSON, authenticatorData, signature });
}

function told(rawId, type, parts) {
  const response = Object.fromEntries(Object.entries(parts).map(([name, buffer]) => [name, text(buffer)]));
  return { id: text(rawId), rawId: text(rawId), type, response };
}
