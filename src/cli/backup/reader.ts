import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { z } from 'zod';
import { Refusal } from '../embedded/refusal.js';
import { FORMAT, Header, MAGIC, SectionEnd, SectionStart, Trailer } from './manifest.js';
import { parseHead, RECORD_HEAD_BYTES, type RecordKind } from './records.js';

const ANOTHER = 'use another backup; nothing was changed';

export interface Section {
  start: SectionStart;
  /** To be read to its end before the next section. Packed as it lies in the file. */
  content: AsyncIterable<Buffer>;
  /** Known when the content has been read. */
  end(): SectionEnd;
}

interface BackupRecord {
  kind: RecordKind;
  payload: Buffer;
}

/** Reads a backup from its beginning to its end, a piece at a time. */
export class BackupReader {
  private readonly records: AsyncGenerator<BackupRecord>;
  header!: Header;
  trailer: Trailer | undefined;

  private constructor(private readonly path: string) {
    this.records = readRecords(path);
  }

  /** @throws Refusal when this is no backup, or one of a later layout */
  static async open(path: string): Promise<BackupReader> {
    const reader = new BackupReader(path);
    const first = await reader.next();
    const format = Number((parsed(first.payload) as { format?: unknown } | undefined)?.format);
    if (format > FORMAT)
      throw new Refusal(
        `${path} was written by a newer Porchlight (layout ${format}, this one reads up to ${FORMAT})`,
        'restore it with that version or a newer one; nothing was changed',
      );
    reader.header = reader.json(first, 'H', Header);
    return reader;
  }

  /** @throws Refusal at its end when the file is not, to the last byte, what was written */
  async *sections(): AsyncGenerator<Section> {
    for (let record = await this.next(); record.kind !== 'T'; record = await this.next()) {
      const start = this.json(record, 'S', SectionStart);
      let end: SectionEnd | undefined;
      const content = this.content((found) => {
        end = found;
      });
      yield {
        start,
        content,
        end: () => {
          if (!end) throw new Error(`${start.name} was not read to its end`);
          return end;
        },
      };
      for await (const _ of content);
    }
  }

  close(): Promise<unknown> {
    return this.records.return(undefined);
  }

  private async *content(ended: (end: SectionEnd) => void): AsyncGenerator<Buffer> {
    for (;;) {
      const record = await this.next();
      if (record.kind !== 'D') return ended(this.json(record, 'E', SectionEnd));
      yield record.payload;
    }
  }

  private async next(): Promise<BackupRecord> {
    const { value, done } = await this.records.next();
    if (done) throw cutShort(this.path);
    if (value.kind === 'T') {
      this.trailer = this.json(value, 'T', Trailer);
      if (!(await this.records.next()).done) throw new Refusal(`${this.path} is damaged`, ANOTHER);
    }
    return value;
  }

  private json<Shape extends z.ZodType>(record: BackupRecord, kind: RecordKind, shape: Shape): z.output<Shape> {
    const result = record.kind === kind ? shape.safeParse(parsed(record.payload)) : undefined;
    if (!result?.success) throw new Refusal(`${this.path} is damaged`, ANOTHER);
    return result.data;
  }
}

function parsed(payload: Buffer): unknown {
  try {
    return JSON.parse(payload.toString());
  } catch {
    return undefined;
  }
}

const cutShort = (path: string) => new Refusal(`${path} is cut short: its end is missing`, ANOTHER);

/** @throws Refusal where the file ends too soon, holds something else, or differs from what was written */
async function* readRecords(path: string): AsyncGenerator<BackupRecord> {
  const stream = createReadStream(path, { highWaterMark: 256 * 1024 });
  const input = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const digest = createHash('sha256');
  let rest: Buffer = Buffer.alloc(0);
  const take = async (length: number): Promise<Buffer | undefined> => {
    const pieces = [rest];
    let have = rest.length;
    while (have < length) {
      const { value, done } = await input.next();
      if (done) return undefined;
      pieces.push(value);
      have += value.length;
    }
    const all = pieces.length === 1 ? rest : Buffer.concat(pieces);
    rest = all.subarray(length);
    return all.subarray(0, length);
  };
  try {
    const magic = await take(MAGIC.length);
    if (magic?.toString('latin1') !== MAGIC)
      throw new Refusal(`${path} is no backup of Porchlight`, 'name a file that npm run backup has written');
    digest.update(magic);
    for (;;) {
      const head = await take(RECORD_HEAD_BYTES);
      if (!head) throw cutShort(path);
      const expected = digest.copy().digest();
      const parsedHead = parseHead(head);
      if (!parsedHead) throw new Refusal(`${path} is damaged`, ANOTHER);
      const payload = await take(parsedHead.length);
      if (!payload) throw cutShort(path);
      if (parsedHead.kind === 'Z') {
        if (!payload.equals(expected) || (await take(1)))
          throw new Refusal(`${path} is damaged: it is not what was written`, ANOTHER);
        return;
      }
      digest.update(head).update(payload);
      yield { kind: parsedHead.kind, payload };
    }
  } finally {
    stream.destroy();
  }
}

/**
 * Reads the whole file.
 * @throws Refusal unless it is, to the last byte, what was written
 */
export async function verifyBackup(path: string): Promise<{ header: Header; trailer: Trailer }> {
  const reader = await BackupReader.open(path);
  for await (const section of reader.sections()) for await (const _ of section.content);
  return { header: reader.header, trailer: reader.trailer as Trailer };
}
