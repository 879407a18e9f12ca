import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Keys of all files below the folder of the disk storage; none when there is no such folder yet. */
export async function* storedFiles(folder: string, below = folder): AsyncGenerator<string> {
  const entries = await readdir(below, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  for (const entry of entries) {
    const path = join(below, entry.name);
    if (entry.isDirectory()) yield* storedFiles(folder, path);
    // What is still being written has no row yet.
    else if (!entry.name.endsWith('.part')) yield relative(folder, path).split(sep).join('/');
  }
}
