import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Refusal } from '../embedded/refusal.js';

const Secrets = z.object({
  /** Of the database's superuser and of the application's role. */
  postgresPassword: z.string().min(20),
  /** The last one used; tried first, so that a tool pointed at it goes on working. */
  postgresPort: z.number().int().optional(),
  meilisearchKey: z.string().min(20),
  /** Where it listened last, for tools that look at a running desk. */
  meilisearchUrl: z.url().optional(),
  /** SECRET_KEY of the application. */
  secretKey: z.string().min(32),
});
export type Secrets = z.infer<typeof Secrets>;

/** What this data folder's services are locked with; made at the first start, readable by its owner alone. */
export function loadSecrets(dataFolder: string): Secrets {
  const file = join(dataFolder, 'secrets.json');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      throw new Refusal(`${file} cannot be read`, 'start as the user who started it first');
    }
    const random = () => randomBytes(32).toString('base64url');
    const secrets = { postgresPassword: random(), meilisearchKey: random(), secretKey: random() };
    saveSecrets(dataFolder, secrets);
    return secrets;
  }
  try {
    return Secrets.parse(JSON.parse(text));
  } catch {
    throw new Refusal(
      `${file} is damaged, and without it the database in this folder cannot be opened`,
      'restore it from a backup, or start afresh on another folder: DATA_DIR=/path/to/folder npm start',
    );
  }
}

/** Written beside and moved, so that a start cut short leaves the old one whole. */
export function saveSecrets(dataFolder: string, secrets: Secrets): void {
  const file = join(dataFolder, 'secrets.json');
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
