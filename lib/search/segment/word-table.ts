/** Numbers words from 0 on, in the order in which they are met. Many times as fast as a `Map` for words cut out of a text. */
export class WordTable {
  readonly words: string[] = [];
  readonly #hashes: number[] = [];
  /** Number of a word, and 1, where its hash leads or behind that; 0: nothing is there. */
  #slots = new Int32Array(1 << 12);

  numberOf(word: string): number {
    const hash = hashOf(word);
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = (this.#slots[slot] as number) - 1;
      if (number < 0) return this.#add(word, hash, slot);
      if (this.#hashes[number] === hash && this.words[number] === word) return number;
    }
  }

  #add(word: string, hash: number, slot: number): number {
    const number = this.words.push(word) - 1;
    this.#hashes.push(hash);
    this.#slots[slot] = number + 1;
    if (this.words.length * 2 > this.#slots.length) this.#grow();
    return number;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    this.#hashes.forEach((hash, number) => {
      let slot = hash & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    });
    this.#slots = slots;
  }
}

/** FNV-1a of the code units, folded so that its low bits depend on all of it. At most 30 bits, which numbers hold best. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) & 0x3fffffff;
}
