/**
 * The file is a row of records: a letter, the length of what follows (4 bytes, big-endian), and that.
 * H header, S section start, D data of a section (gzip when the section is a table), E section end, T trailer, and
 * Z, the SHA-256 of everything before it. A file without its Z at the very end was cut off.
 */
export type RecordKind = 'H' | 'S' | 'D' | 'E' | 'T' | 'Z';

export const RECORD_HEAD_BYTES = 5;
/** Data comes in pieces far below this; more in one record is no file of ours. */
const RECORD_LIMIT_BYTES = 64 * 1024 * 1024;

const KINDS = new Set<string>(['H', 'S', 'D', 'E', 'T', 'Z']);

export function recordHead(kind: RecordKind, length: number): Buffer {
  const head = Buffer.allocUnsafe(RECORD_HEAD_BYTES);
  head.write(kind, 0, 'latin1');
  head.writeUInt32BE(length, 1);
  return head;
}

/** @returns undefined when this is no head of a record */
export function parseHead(head: Buffer): { kind: RecordKind; length: number } | undefined {
  const kind = head.toString('latin1', 0, 1);
  const length = head.readUInt32BE(1);
  return KINDS.has(kind) && length <= RECORD_LIMIT_BYTES ? { kind: kind as RecordKind, length } : undefined;
}
