import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../embedded/refusal.js';

/** Of what lies in the data folder, and where. A version that lays it out otherwise counts on, and reads the older ones. */
const FORMAT = 1;
const FILE = 'format';

/** @throws Refusal, with nothing touched, when a newer version has laid out this folder */
export function requireKnownFormat(dataFolder: string): void {
  let text: string;
  try {
    text = readFileSync(join(dataFolder, FILE), 'utf8').trim();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(String((error as NodeJS.ErrnoException).code))) return;
    throw new Refusal(`${join(dataFolder, FILE)} cannot be read`, 'start as the user who started it first');
  }
  if (/^\d{1,6}$/.test(text) && Number(text) <= FORMAT) return;
  throw new Refusal(
    `The data folder ${dataFolder} was laid out by a newer Porchlight (format ${text.slice(0, 20)}, this one knows ${FORMAT}); nothing was touched`,
    'install that version or a newer one, or choose another folder: DATA_DIR=/path/to/folder npm start',
  );
}

export function markFormat(dataFolder: string): void {
  writeFileSync(join(dataFolder, FILE), `${FORMAT}\n`);
}
