import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Of package.json in the folder that every program of the desk is started in. */
export function productVersion(root: string = process.cwd()): string {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
}
