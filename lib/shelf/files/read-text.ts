import { type PlainKey, t } from '@/lib/i18n/text';
import { FileError } from './skipped';

/** More than any shelf holds, in bytes before and after unpacking: a hundred thousand papers with their abstracts. */
const most = 256 * 1024 * 1024;

/** What a file says, with `\n` between its lines. */
export interface TextFile {
  text: string;
  /** What a person should know of how it was read, in whole sentences. */
  remarks: string[];
}

/**
 * Reads a file as text, whatever its name: gzipped or not, in UTF-8, in UTF-16 with its mark, or else as Latin-1.
 *
 * @throws FileError where it is empty, too long, damaged or no text
 */
export async function readText(file: Blob): Promise<TextFile> {
  if (file.size === 0) throw new FileError(t('shelfFile.empty'));
  if (file.size > most) throw tooLong();
  const bytes = await unpacked(file);
  for (const [signature, sentence] of foreign) {
    if (signature.every((byte, at) => bytes[at] === byte)) throw new FileError(t(sentence));
  }
  const { text, remarks } = decoded(bytes);
  if (text.includes('\0')) throw new FileError(t('shelfFile.noText'));
  if (text.trim() === '') throw new FileError(t('shelfFile.empty'));
  return { text: text.replace(/\r\n?/g, '\n'), remarks };
}

const foreign: [signature: number[], sentence: PlainKey][] = [
  [[0x50, 0x4b, 0x03, 0x04], 'shelfFile.zip'],
  [[0x25, 0x50, 0x44, 0x46], 'shelfFile.pdf'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'shelfFile.database'],
];

const tooLong = () => new FileError(t('shelfFile.tooLong', { size: '256 MB' }));

async function unpacked(file: Blob): Promise<Uint8Array> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.byteLength;
      if (length > most) throw tooLong();
      pieces.push(value);
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new FileError(t('shelfFile.damaged'), { cause: error });
  } finally {
    await reader.cancel().catch(() => {});
  }
  return joined(pieces, length);
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.byteLength;
  }
  return all;
}

function decoded(bytes: Uint8Array): TextFile {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), remarks: [] };
  if (first === 0xfe && second === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), remarks: [] };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), remarks: [] };
  } catch {
    return {
      text: new TextDecoder('windows-1252').decode(bytes),
      remarks: [t('shelfFile.latin1')],
    };
  }
}
