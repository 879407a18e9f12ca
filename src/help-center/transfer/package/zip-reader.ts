import { crc32, inflateRawSync } from 'node:zlib';
import { ARTICLE_IMPORT_LIMITS } from '../../../contract/index.js';
import { decodeName } from '../../../platform/text-encoding/index.js';
import { ArticleImportRefused } from './article-import-refused.js';
import { isLeftover, isSafePath, type Package, type RefusedFile } from './package.js';

const END = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const MEGABYTE = 1024 * 1024;

interface Entry {
  path: string;
  method: number;
  crc: number;
  packed: number;
  size: number;
  offset: number;
  isLink: boolean;
}

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/**
 * A ZIP, of which nothing is unpacked before it is asked for, and never more than its directory says. A directory that lies, lists
 * the same bytes twice, or promises more than any text packs to, is refused as a whole.
 * @throws ArticleImportRefused
 */
export function openZip(bytes: Buffer): Package {
  const entries = new Map<string, Entry>();
  const refused: RefusedFile[] = [];
  const all = directory(bytes);
  requireModest(all);
  for (const entry of all) {
    const { path } = entry;
    if (path.endsWith('/') || (isSafePath(path) && isLeftover(path))) continue;
    if (!isSafePath(path)) refused.push({ path: path.slice(0, 200), code: 'path_refused' });
    else if (entry.isLink) refused.push({ path, code: 'symlink' });
    else if (entries.has(path)) refused.push({ path, code: 'duplicate' });
    else if (entry.size > ARTICLE_IMPORT_LIMITS.text) refused.push({ path, code: 'file_too_big' });
    else entries.set(path, entry);
  }
  return {
    paths: [...entries.keys()],
    refused,
    read: (path) => {
      const entry = entries.get(path);
      if (!entry) throw new ArticleImportRefused('file_broken', path);
      return unpack(bytes, entry);
    },
  };
}

function directory(bytes: Buffer): Entry[] {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  // More than 65,534 files, or 4 GB: beyond what we take anyway.
  if (count === 0xffff || at === 0xffffffff || count > ARTICLE_IMPORT_LIMITS.entries)
    throw new ArticleImportRefused('zip_too_many');
  const entries: Entry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== ENTRY) throw new ArticleImportRefused('zip_broken');
    const flags = bytes.readUInt16LE(at + 8);
    if (flags & 1) throw new ArticleImportRefused('zip_encrypted');
    const name = at + 46;
    const lengths = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field)) as [number, number, number];
    const [nameLength, extraLength, commentLength] = lengths;
    const next = name + nameLength + extraLength + commentLength;
    if (next > end) throw new ArticleImportRefused('zip_broken');
    entries.push({
      path: decodeName(bytes.subarray(name, name + nameLength)),
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
      isLink: ((bytes.readUInt32LE(at + 38) >>> 16) & 0xf000) === 0xa000,
    });
    at = next;
  }
  return entries;
}

function endOf(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = bytes.length - END_LENGTH; at >= lowest; at -= 1) if (bytes.readUInt32LE(at) === END) return at;
  throw new ArticleImportRefused('zip_broken');
}

function requireModest(entries: readonly Entry[]): void {
  let unpacked = 0;
  let before = 0;
  for (const { size, packed, offset, path } of [...entries].sort((a, b) => a.offset - b.offset)) {
    unpacked += size;
    if (size > MEGABYTE && size / Math.max(1, packed) > ARTICLE_IMPORT_LIMITS.ratio)
      throw new ArticleImportRefused('zip_bomb', path);
    // Files that share their bytes unpack to far more than the ZIP's size.
    if (offset < before) throw new ArticleImportRefused('zip_bomb', path);
    before = offset + packed;
  }
  if (unpacked > ARTICLE_IMPORT_LIMITS.unpacked) throw new ArticleImportRefused('zip_too_big');
}

function unpack(bytes: Buffer, { path, method, crc, packed, size, offset }: Entry): Buffer {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL)
    throw new ArticleImportRefused('file_broken', path);
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const content = bytes.subarray(start, start + packed);
  if (content.length !== packed) throw new ArticleImportRefused('file_broken', path);
  const unpacked = method === STORED ? content : method === DEFLATED ? inflate(content, size, path) : undefined;
  if (!unpacked || unpacked.length !== size || crc32(unpacked) !== crc)
    throw new ArticleImportRefused('file_broken', path);
  return unpacked;
}

function inflate(content: Buffer, size: number, path: string): Buffer {
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, size) });
  } catch (cause) {
    throw new ArticleImportRefused('file_broken', path, { cause });
  }
}
