import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Storage } from '../../platform/storage/index.js';
import { storedFiles } from '../backup/files.js';
import type { Section } from '../backup/reader.js';

/**
 * Files of the backup, on their way back. Their names are never used twice, so they are added before the database changes
 * hands, and what is no longer named goes after.
 */
export class ReturnedFiles {
  private readonly names = new Set<string>();
  private readonly before = new Set<string>();

  /** @param folder of the disk storage; undefined when files are kept elsewhere */
  constructor(
    private readonly storage: Storage,
    private readonly folder: string | undefined,
  ) {}

  async look(): Promise<void> {
    if (this.folder) for await (const name of storedFiles(this.folder)) this.before.add(name);
  }

  async add({ start, content }: Section): Promise<void> {
    await this.storage.put(start.name, await buffer(Readable.from(content)), 'application/octet-stream');
    this.names.add(start.name);
  }

  /** The restore has failed: what was not there before goes again. */
  async undo(): Promise<void> {
    for (const name of this.names) if (!this.before.has(name)) await this.storage.delete(name);
  }

  /** The restore has succeeded: files of the desk that was replaced go. */
  async tidy(): Promise<void> {
    if (!this.folder) return;
    for (const name of this.before) if (!this.names.has(name)) await rm(join(this.folder, name), { force: true });
  }

  get count(): number {
    return this.names.size;
  }
}
