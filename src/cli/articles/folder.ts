import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { zipSync } from 'fflate';
import { ARTICLE_IMPORT_LIMITS } from '../../contract/index.js';
import { bytes } from '../tools/figures.js';
import { Usage } from '../tools/run-tool.js';

const WANTED = /\.(?:md|markdown|json|csv|tsv|ya?ml|png|jpe?g|gif|webp)$/i;

/** What an import is given: a file as it is, a folder packed. Links to elsewhere are not followed. @throws Usage */
export function readInput(path: string): Buffer {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found) throw new Usage(`${path} is not there`);
  if (found.isFile()) return within(readFileSync(path), path);
  if (!found.isDirectory()) throw new Usage(`${path} is neither a file nor a folder`);
  const files: Record<string, Uint8Array> = {};
  let size = 0;
  for (const file of filesIn(path)) {
    const content = readFileSync(file);
    size += content.length;
    if (size > ARTICLE_IMPORT_LIMITS.unpacked)
      throw new Usage(`${path}: more than ${bytes(ARTICLE_IMPORT_LIMITS.unpacked)}`);
    files[relative(path, file).split(sep).join('/')] = content;
  }
  return within(Buffer.from(zipSync(files, { level: 6 })), path);
}

function* filesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else if (entry.isFile() && WANTED.test(entry.name)) yield path;
  }
}

function within(content: Buffer, path: string): Buffer {
  if (content.length > ARTICLE_IMPORT_LIMITS.file)
    throw new Usage(
      `${path}: ${bytes(content.length)}, and ${bytes(ARTICLE_IMPORT_LIMITS.file)} is the most; split it`,
    );
  return content;
}
