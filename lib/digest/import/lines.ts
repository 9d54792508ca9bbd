import { t } from '@/lib/i18n/text';
import { breathe } from './breathe';
import { ImportError } from './report';

/** Longest line, and longest text that is read at once, in UTF-16 units: about what a month of the digest takes ten times. */
const mostAtOnce = 64 * 1024 * 1024;

export interface Line {
  text: string;
  /** Counted from 1. */
  number: number;
}

/** Reads a file as lines of UTF-8 text; what is gzipped by its first two bytes, whatever its name, is unpacked. */
export class LineReader {
  /** Bytes of the file read so far, before unpacking. */
  bytesRead = 0;
  /** The file broke off in the middle of a gzip stream. */
  endsEarly = false;
  readonly #file: Blob;
  readonly #onRead: () => void;

  /** @param onRead called whenever `bytesRead` has grown */
  constructor(file: Blob, onRead: () => void = () => {}) {
    this.#file = file;
    this.#onRead = onRead;
  }

  /** @throws ImportError where a line is too long to be one of a digest */
  async *lines(): AsyncGenerator<Line> {
    let rest = '';
    let number = 0;
    for await (const piece of this.#text()) {
      const lines = piece.split('\n');
      // Only what is new is looked through: one line may fill the whole file.
      lines[0] = rest + lines[0];
      rest = lines.pop() ?? '';
      for (const line of lines) yield { text: line.replace(/\r$/, ''), number: ++number };
      if (rest.length > mostAtOnce) throw new ImportError(t('digestFile.lineTooLong', { line: number + 1 }));
    }
    if (rest !== '') yield { text: rest, number: ++number };
  }

  async *#text(): AsyncGenerator<string> {
    const head = new Uint8Array(await this.#file.slice(0, 2).arrayBuffer());
    const gzipped = head[0] === 0x1f && head[1] === 0x8b;
    const counted = this.#file.stream().pipeThrough(this.#counter());
    const bytes = gzipped ? counted.pipeThrough(new DecompressionStream('gzip')) : counted;
    const decoder = new TextDecoder();
    const reader = bytes.getReader();
    let any = false;
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        any = true;
        yield decoder.decode(value, { stream: true });
      }
    } catch (error) {
      // Streams report a broken gzip file as a TypeError; anything else is not about the file's content.
      if (!gzipped || !(error instanceof TypeError)) throw error;
      if (!any) throw new ImportError(t('digestFile.damaged'), { cause: error });
      this.endsEarly = true;
    } finally {
      await reader.cancel().catch(() => {});
    }
    yield decoder.decode();
  }

  #counter(): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
    return new TransformStream({
      transform: (chunk, controller) => {
        this.bytesRead += chunk.byteLength;
        this.#onRead();
        controller.enqueue(chunk);
      },
    });
  }
}

/**
 * All lines as one text, once the page has shown how much was read: what takes it apart does so in one go.
 *
 * @param most UTF-16 units
 * @throws ImportError, saying `tooLong`, where there are more of them
 */
export async function joined(
  lines: AsyncIterable<Line>,
  most = mostAtOnce,
  tooLong = t('digestFile.tooLong'),
): Promise<string> {
  const texts: string[] = [];
  let length = 0;
  for await (const { text } of lines) {
    length += text.length + 1;
    if (length > most) throw new ImportError(tooLong);
    texts.push(text);
  }
  await breathe();
  return texts.join('\n');
}
