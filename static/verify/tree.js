/* Hashes and the Merkle tree of RFC 9162, 2.1. Proofs are read from the root down, as the standard defines them. */
export const HASH = 32;
export const written = (text) => new TextEncoder().encode(text);
export const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
export const same = (one, other) => one.length === other.length && one.every((byte, n) => byte === other[n]);

export async function sha256(...parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest("SHA-256", whole));
}

/* Base64 in its one right way: no other text stands for the same bytes. */
export function unpacked(base64) {
  const signs = atob(base64);
  if (btoa(signs) !== base64) throw new RangeError("written in another way");
  return Uint8Array.from(signs, (sign) => sign.charCodeAt(0));
}

export const leaf = (content) => sha256([0], content);
const node = (left, right) => sha256([1], left, right);

/* The largest power of two below a size: where a tree is split. Sizes may be larger than 32 bits. */
function half(size) {
  let found = 1;
  while (found * 2 < size) found *= 2;
  return found;
}

/* Whether a leaf (its hash) stands at an index of the tree of that size and root. */
export async function included(hash, index, size, proof, root) {
  return index >= 0 && index < size && same(await above(hash, index, size, proof), root);
}

async function above(hash, index, size, proof) {
  if (size === 1 && !proof.length) return hash;
  if (size === 1 || !proof.length) return new Uint8Array();
  const split = half(size), beside = proof.at(-1), rest = proof.slice(0, -1);
  if (index < split) return node(await above(hash, index, split, rest), beside);
  return node(beside, await above(hash, index - split, size - split, rest));
}

/* Whether the new tree (size and root) goes on from the old one. */
export async function extended(old, now, proof) {
  if (old.size === 0) return !proof.length;
  if (old.size > now.size) return false;
  const [before, after] = await both(old.size, now.size, proof, old.root, true);
  return same(before, old.root) && same(after, now.root);
}

/* The roots of the old and the new tree, as a proof tells them; `whole` while the old root itself is left out of it. */
async function both(old, now, proof, root, whole) {
  if (old === now) {
    const [told] = whole && !proof.length ? [root] : !whole && proof.length === 1 ? proof : [new Uint8Array()];
    return [told, told];
  }
  if (!proof.length) return [new Uint8Array(), new Uint8Array()];
  const split = half(now), beside = proof.at(-1), rest = proof.slice(0, -1);
  if (old <= split) {
    const [before, after] = await both(old, split, rest, root, whole);
    return [before, await node(after, beside)];
  }
  const [before, after] = await both(old - split, now - split, rest, root, false);
  return [await node(beside, before), await node(beside, after)];
}
