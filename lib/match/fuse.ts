import { mix } from './hash';

/**
 * Binary fuse filter over 32-bit keys (Graf & Lemire, "Binary Fuse Filters: Fast and Smaller Than Xor Filters", 2022):
 * a set that never misses a member and takes a stranger for one with a chance of 2^-8 or 2^-16.
 */
export interface FuseFilter {
  seed: number;
  /** A power of two, at most 2^14. */
  segmentLength: number;
  /** Number of segments in which a key's first slot may lie, below 2^16. */
  segments: number;
  fingerprints: Uint8Array | Uint16Array;
}

/** Whether `key` (unsigned 32 bits) may be a member. */
export function mayContain(filter: FuseFilter, key: number): boolean {
  const { fingerprints, seed, segmentLength, segments } = filter;
  if (segments === 0) return false;
  const high = spread(key, seed);
  const low = respread(high);
  const a = firstSlot(high, low, segments, segmentLength);
  const b = secondSlot(a, low, segmentLength);
  const c = thirdSlot(a, high, segmentLength);
  const found = (fingerprints[a] as number) ^ (fingerprints[b] as number) ^ (fingerprints[c] as number);
  return found === (fingerprint(high, low) & (fingerprints.BYTES_PER_ELEMENT === 1 ? 0xff : 0xffff));
}

// A page asks for every word it shows. Keys are well mixed before they come here, so a multiplication each is enough,
// and everything stays within 32-bit integers.

const spread = (key: number, seed: number) => Math.imul(key ^ seed, 0x9e3779b1);
const respread = (high: number) => Math.imul(high ^ (high >>> 15), 0x85ebca6b);

/** Any slot of the first `segments` segments; the other two slots lie in the two segments behind it. */
function firstSlot(high: number, low: number, segments: number, segmentLength: number): number {
  const segment = Math.imul(high >>> 16, segments) >>> 16;
  return Math.imul(segment, segmentLength) + (low & (segmentLength - 1));
}

const secondSlot = (first: number, low: number, segmentLength: number) =>
  (first + segmentLength) ^ ((low >>> 18) & (segmentLength - 1));

const thirdSlot = (first: number, high: number, segmentLength: number) =>
  (first + 2 * segmentLength) ^ (high & (segmentLength - 1));

function fingerprint(high: number, low: number): number {
  return Math.imul(high ^ (low >>> 7), 0xc2b2ae35) >>> 15;
}

/** Builds a filter over `keys` (unsigned 32 bits, doubles allowed). Takes about 50 ns a key. */
export function buildFuseFilter(keys: Iterable<number>, bits: 8 | 16): FuseFilter {
  const distinct = Uint32Array.from(keys).sort();
  let count = 0;
  for (let i = 0; i < distinct.length; i++) {
    if (i === 0 || distinct[i] !== distinct[i - 1]) distinct[count++] = distinct[i] as number;
  }
  const members = distinct.subarray(0, count);
  const { slots, ...shape } = shapeFor(count);
  for (let attempt = 1; ; attempt++) {
    const filter: FuseFilter = {
      seed: mix(attempt),
      ...shape,
      fingerprints: bits === 8 ? new Uint8Array(slots) : new Uint16Array(slots),
    };
    if (count === 0 || fill(filter, members)) return filter;
    // A seed fails with a chance of a few per cent; a hundred in a row means that the code above is wrong.
    if (attempt === 100) throw new Error(`No binary fuse filter found for ${count} keys.`);
  }
}

function shapeFor(count: number): { segmentLength: number; segments: number; slots: number } {
  if (count === 0) return { segmentLength: 1, segments: 0, slots: 0 };
  const wantedLength = 2 ** Math.floor(Math.log(count) / Math.log(3.33) + 2.25);
  // A slot's place in its segment takes 14 bits of a hash, see secondSlot.
  const segmentLength = Math.min(Math.max(wantedLength, 4), 1 << 14);
  const sizeFactor = count <= 1 ? 2 : Math.max(1.125, 0.875 + (0.25 * Math.log(1e6)) / Math.log(count));
  const capacity = Math.round(count * sizeFactor);
  const segments = Math.max(1, Math.ceil(capacity / segmentLength) - 2);
  return { segmentLength, segments, slots: (segments + 2) * segmentLength };
}

/**
 * Peels the keys off one by one and gives each a slot of its own; false where the seed leaves a knot. The three slots of a
 * key are written out wherever they are wanted: as a list or through a callback they would take twice as long.
 */
function fill(filter: FuseFilter, keys: Uint32Array): boolean {
  const { seed, segmentLength, segments, fingerprints } = filter;
  const slots = fingerprints.length;
  const degree = new Uint16Array(slots);
  const keyXor = new Uint32Array(slots);
  const single = new Uint32Array(slots + 2 * keys.length);
  let singles = 0;
  const count = (slot: number, key: number, by: 1 | -1) => {
    degree[slot] = (degree[slot] as number) + by;
    keyXor[slot] = (keyXor[slot] as number) ^ key;
  };
  const leave = (slot: number, key: number) => {
    count(slot, key, -1);
    if (degree[slot] === 1) single[singles++] = slot;
  };
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number;
    const high = spread(key, seed);
    const low = respread(high);
    const first = firstSlot(high, low, segments, segmentLength);
    count(first, key, 1);
    count(secondSlot(first, low, segmentLength), key, 1);
    count(thirdSlot(first, high, segmentLength), key, 1);
  }
  for (let slot = 0; slot < slots; slot++) if (degree[slot] === 1) single[singles++] = slot;
  const peeledKeys = new Uint32Array(keys.length);
  const peeledSlots = new Uint32Array(keys.length);
  let peeled = 0;
  while (singles > 0) {
    const slot = single[--singles] as number;
    if (degree[slot] !== 1) continue;
    const key = keyXor[slot] as number;
    peeledKeys[peeled] = key;
    peeledSlots[peeled++] = slot;
    const high = spread(key, seed);
    const low = respread(high);
    const first = firstSlot(high, low, segments, segmentLength);
    leave(first, key);
    leave(secondSlot(first, low, segmentLength), key);
    leave(thirdSlot(first, high, segmentLength), key);
  }
  if (peeled < keys.length) return false;
  for (let i = peeled - 1; i >= 0; i--) {
    const key = peeledKeys[i] as number;
    const slot = peeledSlots[i] as number;
    const high = spread(key, seed);
    const low = respread(high);
    const first = firstSlot(high, low, segments, segmentLength);
    fingerprints[slot] = 0;
    fingerprints[slot] =
      fingerprint(high, low) ^
      (fingerprints[first] as number) ^
      (fingerprints[secondSlot(first, low, segmentLength)] as number) ^
      (fingerprints[thirdSlot(first, high, segmentLength)] as number);
  }
  return true;
}
