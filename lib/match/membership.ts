import type { FuseFilter } from './fuse';

/**
 * What a content script knows of the digest: whether a key may be in it. The second filter is asked only where the
 * first says yes, so that its hash is seldom computed.
 */
export interface MembershipFilter {
  /** Counts up each time the digest's index is rebuilt. */
  generation: number;
  /** Binary fuse 8 over the keys' first hashes. */
  first: FuseFilter;
  /** Binary fuse 16 over the keys' second hashes. */
  second: FuseFilter;
  /** Binary fuse 16 over what `lineKey` and `pairKey` make of the titles' shingles, and `hostKey` of their addresses. Seldom asked. */
  lines: FuseFilter;
}

/** The filter as `storage.local` keeps it: numbers, and the fingerprints as base64 (messages and storage are JSON). */
export interface PackedFilter {
  generation: number;
  first: PackedFuse;
  second: PackedFuse;
  lines: PackedFuse;
}

interface PackedFuse {
  shape: [seed: number, segmentLength: number, segments: number];
  fingerprints: string;
}

export function packFilter({ generation, first, second, lines }: MembershipFilter): PackedFilter {
  return { generation, first: packFuse(first), second: packFuse(second), lines: packFuse(lines) };
}

export function unpackFilter({ generation, first, second, lines }: PackedFilter): MembershipFilter {
  // Fingerprints are written and read on the same machine: its byte order is both times the same.
  const wide = (bytes: Uint8Array<ArrayBuffer>) => new Uint16Array(bytes.buffer);
  return {
    generation,
    first: unpackFuse(first, (bytes) => bytes),
    second: unpackFuse(second, wide),
    lines: unpackFuse(lines, wide),
  };
}

function packFuse({ seed, segmentLength, segments, fingerprints }: FuseFilter): PackedFuse {
  const bytes = new Uint8Array(fingerprints.buffer, fingerprints.byteOffset, fingerprints.byteLength);
  return { shape: [seed, segmentLength, segments], fingerprints: bytes.toBase64() };
}

function unpackFuse(
  packed: PackedFuse,
  view: (bytes: Uint8Array<ArrayBuffer>) => FuseFilter['fingerprints'],
): FuseFilter {
  const [seed, segmentLength, segments] = packed.shape;
  return { seed, segmentLength, segments, fingerprints: view(Uint8Array.fromBase64(packed.fingerprints)) };
}
