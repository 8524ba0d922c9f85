import { type Refused, type Row, tooLong } from './csv-file';
import { decodeUtf8 } from './decode-utf8';
import type { FactFileLimits } from './fact-file';

/** A text or its bytes as it comes, in pieces of any size. */
export type Chunks = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;

const FEED = 0x0a;

/**
 * Lines of a text that comes in pieces, empty ones left out. No more than one line is kept: of a line over the limit nothing is. Bytes are cut
 * before they are read, so what is not UTF-8 spoils its own line alone.
 */
export async function* linesOf(chunks: Chunks, limits: FactFileLimits): AsyncGenerator<Row | Refused> {
  const line = new Line(limits);
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length; ) {
      const found = typeof chunk === 'string' ? chunk.indexOf('\n', start) : chunk.indexOf(FEED, start);
      line.add(
        typeof chunk === 'string' ? chunk.slice(start, found < 0 ? undefined : found) : chunk.slice(start, found < 0 ? undefined : found),
      );
      if (found < 0) break;
      const row = line.end();
      if (row !== null) yield row;
      start = found + 1;
    }
  }
  const last = line.end();
  if (last !== null) yield last;
}

/** The line that is being put together. */
class Line {
  private number = 0;
  private size = 0;
  private pieces: (string | Uint8Array)[] = [];

  constructor(private readonly limits: FactFileLimits) {}

  add(piece: string | Uint8Array): void {
    this.size += piece.length;
    // A byte order mark and a carriage return are no part of a line.
    if (this.size > this.limits.line + 4) this.pieces = [];
    else if (piece.length > 0) this.pieces.push(piece);
  }

  end(): Row | Refused | null {
    this.number += 1;
    const { number: line, size, pieces } = this;
    this.size = 0;
    this.pieces = [];
    if (size > this.limits.line + 4) return { line, text: null, ...tooLong(size, this.limits) };
    const read = textOf(pieces);
    if (!read.ok) {
      const { column, line: _, ...finding } = read.error;
      return { line, text: null, column, finding };
    }
    const text = (line === 1 ? read.value.replace(/^\ufeff/, '') : read.value).replace(/\r$/, '');
    if (text.length > this.limits.line) return { line, text: null, ...tooLong(text.length, this.limits) };
    return text === '' ? null : { line, text };
  }
}

const textOf = (pieces: readonly (string | Uint8Array)[]): ReturnType<typeof decodeUtf8> => {
  const bytes = pieces.filter((piece) => typeof piece !== 'string');
  if (bytes.length === 0) return { ok: true, value: pieces.join('') };
  const whole = new Uint8Array(bytes.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of bytes) {
    whole.set(piece, at);
    at += piece.length;
  }
  return decodeUtf8(whole);
};
