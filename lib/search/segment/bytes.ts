/** Bytes that grow as they are written. */
export class Bytes {
  length = 0;
  #bytes = new Uint8Array(1024);

  byte(value: number): void {
    if (this.length === this.#bytes.length) this.#grow(1);
    this.#bytes[this.length++] = value;
  }

  /** @param value a whole number of at most 31 bits */
  varint(value: number): void {
    let rest = value;
    for (; rest > 127; rest >>>= 7) this.byte((rest & 127) | 128);
    this.byte(rest);
  }

  all(bytes: Uint8Array): void {
    if (this.length + bytes.length > this.#bytes.length) this.#grow(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** The bytes `from` to `to` of others. For a few at a time: a view of them takes longer to make than they to copy. */
  part(bytes: Uint8Array, from: number, to: number): void {
    if (this.length + to - from > this.#bytes.length) this.#grow(to - from);
    for (let i = from; i < to; i++) this.#bytes[this.length++] = bytes[i] as number;
  }

  /** Another view of what was written; it is written over by what comes after `clear`. */
  written(from = 0): Uint8Array {
    return this.#bytes.subarray(from, this.length);
  }

  clear(): void {
    this.length = 0;
  }

  #grow(more: number): void {
    const bigger = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + more));
    bigger.set(this.written());
    this.#bytes = bigger;
  }
}

/**
 * Order of `length` bytes of `all` from `at` on and those of `other`, and so of the code points they stand for: below, at or
 * above 0.
 */
export function compareBytes(all: Uint8Array, at: number, length: number, other: Uint8Array): number {
  const shorter = Math.min(length, other.length);
  for (let i = 0; i < shorter; i++) {
    const difference = (all[at + i] as number) - (other[i] as number);
    if (difference !== 0) return difference;
  }
  return length - other.length;
}

const encoder = new TextEncoder();
const known = new Map<string, Uint8Array>();
/** A search asks every segment for the same few words. */
const mostKnown = 1_000;

/** UTF-8 bytes of a word. */
export function bytesOf(word: string): Uint8Array {
  let bytes = known.get(word);
  if (!bytes) {
    if (known.size === mostKnown) known.clear();
    bytes = encoder.encode(word);
    known.set(word, bytes);
  }
  return bytes;
}
