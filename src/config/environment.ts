import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

export type Variables = Record<string, string | undefined>;

/** These may also be given as `NAME_FILE=/path`, so that a secret need not stand in an environment that others can read. */
export const BY_FILE = [
  'DATABASE_URL',
  'REDIS_URL',
  'SMTP_URL',
  'MEILI_KEY',
  'MODEL_KEY',
  'SECRET_KEY',
  'METRICS_TOKEN',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
] as const;

export interface Given {
  variables: Variables;
  /** Where each came from, by its name: `environment` or `.env`. */
  origins: Readonly<Record<string, string>>;
}

/**
 * What this process was told. The environment goes before `.env` in its folder: a variable that stands in the environment,
 * even empty, or as `NAME_FILE`, is not looked up there.
 */
export function readEnvironment(environment: Variables = process.env, folder: string = process.cwd()): Given {
  const file = environment.NODE_ENV === 'test' ? {} : readEnvFile(join(folder, '.env'));
  const own = (name: string) => environment[name] !== undefined;
  const added = Object.entries(file).filter(([name]) => {
    const plain = name.replace(/_FILE$/, '');
    return !own(name) && !own(plain) && !own(`${plain}_FILE`);
  });
  return {
    variables: { ...environment, ...Object.fromEntries(added) },
    origins: Object.fromEntries([
      ...Object.keys(environment).map((name) => [name, 'environment']),
      ...added.map(([name]) => [name, '.env']),
    ]),
  };
}

/** What is given, over what holds without it: a default gives way to `NAME` and to `NAME_FILE` alike. */
export function over(defaults: Record<string, string>, given: Record<string, string>): Record<string, string> {
  const kept = Object.entries(defaults).filter(([name]) => !given[`${name}_FILE`]);
  return { ...Object.fromEntries(kept), ...given };
}

function readEnvFile(path: string): Variables {
  try {
    return parseEnv(readFileSync(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

/**
 * Puts the content of `NAME_FILE` in the place of `NAME`. A line end at its end, which every editor leaves, is no part of it.
 * @returns what was wrong, by the name of the variable
 */
export function readFiles(given: Variables): { variables: Variables; problems: [name: string, problem: string][] } {
  const variables = { ...given };
  const problems: [string, string][] = [];
  for (const name of BY_FILE) {
    const path = given[`${name}_FILE`];
    if (!path) continue;
    if (given[name]) {
      problems.push([`${name}_FILE`, `set it or ${name}, not both · 与 ${name} 只能设置一个`]);
      continue;
    }
    try {
      variables[name] = readFileSync(path, 'utf8').replace(/\r?\n$/, '');
      if (!variables[name]) problems.push([`${name}_FILE`, `${path} is empty · ${path} 是空的`]);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      problems.push([`${name}_FILE`, `${path} cannot be read (${code}) · 无法读取 ${path}`]);
    }
  }
  return { variables, problems };
}
