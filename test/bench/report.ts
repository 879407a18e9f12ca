import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { figure } from './harness/print.js';
import { type Check, isMet, RESULTS, type Result, type Row, type Table } from './harness/result.js';

const FILE = `${RESULTS}/report.html`;
const SERIES = ['#b45309', '#64748b', '#94a3b8', '#cbd5e1'];
const BAR = { width: 420, height: 22 };

/** One page of charts of all results, newest first, that needs nothing but itself. @returns the file */
export function writeReport(): { file: string; results: number } {
  mkdirSync(RESULTS, { recursive: true });
  const results = readdirSync(RESULTS)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(`${RESULTS}/${name}`, 'utf8')) as Result)
    .sort((left, right) => right.at.localeCompare(left.at));
  writeFileSync(FILE, pageOf(results));
  return { file: FILE, results: results.length };
}

const text = (value: string | number) =>
  String(value).replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** @param results newest first */
function pageOf(results: Result[]): string {
  const newest = results.filter(({ bench }, index) => results.findIndex((other) => other.bench === bench) === index);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Porchlight: product and bare limit</title>
<style>
:root { color-scheme: light dark; --ink: light-dark(#1c1917, #f5f5f4); --quiet: light-dark(#57534e, #a8a29e); --line: light-dark(#e7e5e4, #44403c); --card: light-dark(#fff, #292524); }
body { font: 15px/1.5 system-ui, "Noto Sans SC", sans-serif; color: var(--ink); background: light-dark(#fafaf9, #1c1917); max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { margin-top: 2.5rem; } h3 { margin: 0 0 .75rem; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1rem 1.25rem; margin: 1rem 0; overflow-x: auto; }
p, small { color: var(--quiet); } svg text { fill: var(--ink); font-size: 13px; } svg .quiet { fill: var(--quiet); }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; } td, th { padding: .15rem .9rem .15rem 0; text-align: left; font-weight: 400; }
th { color: var(--quiet); } td.n { text-align: right; } .met { color: light-dark(#15803d, #4ade80); } .missed { color: light-dark(#b91c1c, #f87171); }
</style></head><body>
<h1>Porchlight: product and bare limit</h1>
<p>Each bar is the median of interleaved rounds in one run; the marks are the rounds. Trust the ratios: absolute figures belong to the machine.</p>
${newest.map((result) => sectionOf(result) + earlierOf(results.filter((other) => other.bench === result.bench && other !== result))).join('\n') || '<p>No results yet: npm run bench -- chat</p>'}
</body></html>
`;
}

function sectionOf({ bench, at, machine, load, tables }: Result): string {
  const { cpus, memory, system, node, postgres, durability, commit } = machine;
  return `<h2>${text(bench)} <small>${text(at.slice(0, 16).replace('T', ' '))} UTC</small></h2>
<p>${text(commit)} · ${text(cpus)}, ${text(memory)} · ${text(system)} · Node ${text(node)} · PostgreSQL ${text(postgres)} (${text(durability)}) · load average ${load.before} → ${load.after}</p>
${tables.map(chartOf).join('\n')}`;
}

/** What the checks said before, to see what a change gave. */
function earlierOf(results: Result[]): string {
  if (results.length === 0) return '';
  const lines = results.map(({ at, machine, load, tables }) => {
    const checks = tables.flatMap((table) =>
      table.checks.map((check) => `${check.what} ${figure(check.value)}${check.unit}`),
    );
    return `<tr><td>${text(at.slice(0, 16).replace('T', ' '))}</td><td>${text(machine.commit)}</td><td class="n">${load.before}</td><td>${text(checks.join('; '))}</td></tr>`;
  });
  return `<details><summary>${results.length} earlier</summary><section><table><tr><th>UTC</th><th>version</th><th>load</th><th>checks</th></tr>${lines.join('')}</table></section></details>`;
}

function chartOf({ title, unit, lessIsBetter, rows, checks, notes }: Table): string {
  const most = Math.max(...rows.flatMap((row) => [row.value, ...row.rounds]).filter(Number.isFinite), Number.MIN_VALUE);
  const bars = rows.map((row, index) => barOf(row, index, most)).join('');
  const height = rows.length * (BAR.height + 14) - 14;
  return `<section><h3>${text(title)}</h3>
<svg width="${BAR.width + 360}" height="${height}" role="img" aria-label="${text(rows.map((row) => `${row.name}: ${figure(row.value)} ${unit}`).join('; '))}">${bars}</svg>
<p><small>${text(unit)}${lessIsBetter ? ', less is better' : ''}</small></p>
${latenciesOf(rows)}
${checks.map(checkOf).join('\n')}
${factsOf(rows)}
${notes.map((note) => `<p><small>${text(note)}</small></p>`).join('')}</section>`;
}

function barOf({ name, value, rounds }: Row, index: number, most: number): string {
  const y = index * (BAR.height + 14);
  const x = (amount: number) => 230 + (BAR.width * amount) / most;
  const marks = rounds.map(
    (round) => `<circle cx="${x(round)}" cy="${y + BAR.height / 2}" r="3" fill="none" stroke="currentColor"/>`,
  );
  return `<text x="0" y="${y + 16}">${text(name)}</text>
<rect x="230" y="${y}" width="${Math.max(1, x(value) - 230)}" height="${BAR.height}" rx="3" fill="${SERIES[index % SERIES.length]}"/>${marks.join('')}
<text x="${x(Math.max(value, ...rounds)) + 10}" y="${y + 16}">${figure(value)}</text>`;
}

function latenciesOf(rows: Row[]): string {
  const lines = rows.flatMap(({ name, latencies }) =>
    Object.entries(latencies).map(
      ([what, { p50, p95, p99 }]) =>
        `<tr><td>${text(name)}</td><td>${text(what)}</td>${[p50, p95, p99].map((each) => `<td class="n">${figure(each)}</td>`).join('')}</tr>`,
    ),
  );
  return lines.length === 0
    ? ''
    : `<table><tr><th></th><th>milliseconds</th><th>p50</th><th>p95</th><th>p99</th></tr>${lines.join('')}</table>`;
}

function checkOf(check: Check): string {
  const { what, value, unit, target } = check;
  const wish = 'atLeast' in target ? `≥ ${figure(target.atLeast)}` : `≤ ${figure(target.atMost)}`;
  const met = isMet(check);
  return `<p class="${met ? 'met' : 'missed'}">${met ? '✓' : '✗'} ${text(what)}: ${figure(value)} ${text(unit)} (target ${wish})</p>`;
}

function factsOf(rows: Row[]): string {
  const lines = rows.flatMap(({ name, facts, usage }) => [
    ...Object.entries(facts).map(([what, words]) => [name, what, words]),
    ...Object.entries(usage).map(([who, { cores, bytes }]) => [
      name,
      who,
      `${cores.toFixed(2)} cores, ${(bytes / 1024 ** 2).toFixed(0)} MiB`,
    ]),
  ]);
  if (lines.length === 0) return '';
  return `<details><summary>CPU, memory and more</summary><table>${lines.map((cells) => `<tr>${cells.map((cell) => `<td>${text(cell as string)}</td>`).join('')}</tr>`).join('')}</table></details>`;
}
