import { extname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { newId } from '../../../platform/clock/index.js';
import { id as idSchema } from '../../../platform/http/index.js';
import { rasterImage } from '../../../platform/storage/index.js';
import { contentHash } from '../../editing/article-images.service.js';
import type { Package } from '../package/package.js';

const PICTURES = /\.(?:png|jpe?g|gif|webp|bmp|tiff?|svg|avif|heic|ico)$/i;
const TEXTS = /\.(?:md|markdown|json|ya?ml|csv|tsv|txt|html?|css|js|pdf|docx?)$/i;

export type Picture = { id: string; isNew: boolean } | 'refused';

/**
 * The pictures of a file. Those that the desk has already, by their content, keep their address; so a second import brings none twice.
 * @param known the ids of the desk's pictures by the SHA-256 of their content
 */
export async function picturesOf(
  files: Package,
  known: (hashes: string[]) => Promise<Map<string, string[]>>,
): Promise<Map<string, Picture>> {
  const pictures = new Map<string, Picture>();
  const hashes = new Map<string, string>();
  for (const path of files.paths) {
    if (TEXTS.test(path) || (!PICTURES.test(path) && extname(path) !== '')) continue;
    await setImmediate();
    const hash = await hashOf(files, path);
    if (hash) hashes.set(path, hash);
    else pictures.set(path, 'refused');
  }
  const stored = await known([...new Set(hashes.values())]);
  const made = new Map<string, string>();
  for (const [path, hash] of hashes) {
    const ids = stored.get(hash) ?? [];
    // Of two with one content, the one that the file is named after.
    const own = idSchema.safeParse(path.replace(/^.*\/|\.\w+$/g, '')).data;
    const there = ids.find((each) => each === own) ?? ids[0];
    const id = there ?? made.get(hash) ?? newId();
    if (!there) made.set(hash, id);
    pictures.set(path, { id, isNew: !there });
  }
  return pictures;
}

async function hashOf(files: Package, path: string): Promise<string | undefined> {
  try {
    const content = files.read(path);
    return (await rasterImage(content)) && contentHash(content);
  } catch {
    // Damaged, or a picture of too many pixels: said where it is used.
    return undefined;
  }
}
