import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export interface ZipFile {
  path: string;
  /** A text, which is packed, or a picture in pieces, which is not: it is packed already. */
  content: string | AsyncIterable<Uint8Array>;
  changedAt: Date;
}

/** 2107 is the last year that a ZIP knows, 1980 the first. */
const EARLIEST = Date.UTC(1981, 0, 1);

/** A ZIP, piece by piece as its files come; nothing of it is kept. */
export async function* zipStream(files: AsyncIterable<ZipFile>): AsyncGenerator<Uint8Array> {
  let pieces: Uint8Array[] = [];
  let failure: Error | undefined;
  const zip = new Zip((error, piece) => {
    if (error) failure = error;
    else pieces.push(piece);
  });
  const made = (): Uint8Array => {
    if (failure) throw failure;
    const all = Buffer.concat(pieces);
    pieces = [];
    return all;
  };
  for await (const { path, content, changedAt } of files) {
    const entry = typeof content === 'string' ? new ZipDeflate(path, { level: 6 }) : new ZipPassThrough(path);
    entry.mtime = Math.max(EARLIEST, changedAt.getTime());
    zip.add(entry);
    if (typeof content === 'string') entry.push(Buffer.from(content), true);
    else {
      for await (const piece of content) {
        entry.push(piece);
        yield made();
      }
      entry.push(new Uint8Array(), true);
    }
    yield made();
  }
  zip.end();
  yield made();
}
