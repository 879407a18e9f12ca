import { createHash } from 'node:crypto';
import { type FileHandle, link, open, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { Refusal } from '../embedded/refusal.js';
import { type Header, MAGIC, type SectionEnd, type SectionStart, type Trailer } from './manifest.js';
import { type RecordKind, recordHead } from './records.js';

/** Fast first: what is behind it is a disk. */
const GZIP = { level: 3, chunkSize: 256 * 1024 } as const;

/** Writes a backup beside its place and moves it there when it is whole and on disk; only its owner can read it. */
export class BackupWriter {
  private readonly digest = createHash('sha256');
  /** Bytes written so far. */
  size = 0;

  private constructor(
    private readonly path: string,
    private readonly draft: string,
    private readonly file: FileHandle,
  ) {}

  /** @throws Refusal when the place is taken (a backup never overwrites anything), or cannot be written */
  static async create(path: string, header: Header): Promise<BackupWriter> {
    if (await stat(path).catch(() => undefined)) throw taken(path);
    const draft = `${path}.${process.pid}.part`;
    const file = await open(draft, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
      throw new Refusal(`${draft} cannot be written (${error.code})`, 'choose another place: --out FILE');
    });
    const writer = new BackupWriter(path, draft, file);
    await writer.bytes(Buffer.from(MAGIC));
    await writer.record('H', header);
    return writer;
  }

  async section(start: SectionStart, content: Readable, rows?: () => number): Promise<SectionEnd> {
    await this.record('S', start);
    const digest = createHash('sha256');
    let bytes = 0;
    content.on('data', (piece: Buffer) => {
      digest.update(piece);
      bytes += piece.length;
    });
    // Pictures and videos are compressed already.
    const packed = start.kind === 'table' ? content.pipe(createGzip(GZIP)) : content;
    if (packed !== content) content.once('error', (error) => packed.destroy(error));
    for await (const piece of packed) await this.record('D', piece as Buffer);
    const end = { ...(rows && { rows: rows() }), bytes, sha256: digest.digest('hex') };
    await this.record('E', end);
    return end;
  }

  async finish(trailer: Trailer): Promise<void> {
    await this.record('T', trailer);
    await this.record('Z', this.digest.copy().digest());
    await this.file.sync();
    await this.file.close();
    // Unlike a rename this does not replace what has come there meanwhile.
    await link(this.draft, this.path).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'EEXIST' ? taken(this.path) : error;
    });
    await rm(this.draft);
    const folder = await open(dirname(this.path));
    await folder.sync().finally(() => folder.close());
  }

  /** Leaves nothing behind. */
  async abandon(): Promise<void> {
    await this.file.close().catch(() => undefined);
    await rm(this.draft, { force: true });
  }

  private async record(kind: RecordKind, content: object | Buffer): Promise<void> {
    const payload = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content));
    await this.bytes(recordHead(kind, payload.length));
    await this.bytes(payload);
  }

  private async bytes(piece: Buffer): Promise<void> {
    this.digest.update(piece);
    this.size += piece.length;
    for (let at = 0; at < piece.length; ) at += (await this.file.write(piece, at)).bytesWritten;
  }
}

const taken = (path: string) => new Refusal(`${path} is there already`, 'name a new file, or move that one away');
