import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** Compares what a browser has to fetch with the limits of PERFORMANCE, in bytes after gzip. Exits with 1 above one. */
const dist = fileURLToPath(new URL('../../dist/browser/', import.meta.url));
const KIB = 1024;

/** @param {string[]} files paths below `dist/browser` */
function gzipBytes(files) {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(dist + file), { level: 9 }).length, 0);
}

/** Scripts and styles that a page names itself, and so loads before it can be used. */
function firstLoad(folder, page, base) {
  const html = readFileSync(`${dist}${folder}/${page}`, 'utf8');
  const addresses = [...html.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map(([, address]) => address);
  return addresses.map((address) => `${folder}/${address.replace(base, '')}`);
}

/** What is fetched when it is needed, by the name of its chunk. */
function laterChunk(folder, name) {
  return readdirSync(`${dist}${folder}/assets`)
    .filter((file) => file.startsWith(`${name}-`) && file.endsWith('.js'))
    .map((file) => `${folder}/assets/${file}`);
}

const checks = [
  { name: 'widget loader', limit: 3 * KIB, files: () => ['widget/loader.js'] },
  { name: 'widget panel', limit: 35 * KIB, files: () => firstLoad('widget', 'frame.html', /^\/?(widget\/)?/) },
  { name: 'help pages', limit: 3 * KIB, files: () => ['help/help.js'] },
  { name: 'form for cases', limit: 1.5 * KIB, files: () => ['help/case-form.js'] },
  { name: 'status page', limit: 1.5 * KIB, files: () => ['help/status.js'] },
  // Parts that a visit fetches when it opens a conversation (what the bot and the system say), when it becomes a case, and what the first screen shows of the help
  // centre, with the form of feedback.
  { name: 'widget, of a thread', limit: 4.5 * KIB, files: () => laterChunk('widget', 'bot') },
  { name: 'widget, of a case', limit: 6.5 * KIB, files: () => laterChunk('widget', 'later') },
  { name: 'widget, to read', limit: 8 * KIB, files: () => laterChunk('widget', 'help') },
];
const consolePage =
  readdirSync(dist).includes('console') && ['index.html'].find((page) => existsSync(`${dist}console/${page}`));
if (consolePage) {
  checks.push({
    name: 'console first load',
    limit: 450 * KIB,
    files: () => firstLoad('console', consolePage, /^\/?(console\/)?/),
  });
}

for (const { name, limit, files } of checks) {
  const bytes = gzipBytes(files());
  const isOver = bytes > limit;
  console.warn(
    `${name.padEnd(20)} ${(bytes / KIB).toFixed(2).padStart(7)} of ${limit / KIB} KiB gzip${isOver ? '  TOO LARGE' : ''}`,
  );
  if (isOver) process.exitCode = 1;
}
