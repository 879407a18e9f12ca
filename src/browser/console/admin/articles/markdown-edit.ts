/** Some text with a selection in it, in UTF-16 code units. */
export interface Selected {
  text: string;
  start: number;
  end: number;
}

/** What to put in place of `from` to `to`, and what to select after it. */
export interface Edit {
  from: number;
  to: number;
  insert: string;
  start: number;
  end: number;
}

export const COMMANDS = ['bold', 'heading', 'list', 'numbers', 'link', 'table', 'callout', 'steps', 'video'] as const;
export type Command = (typeof COMMANDS)[number];

/** The words that a command writes where nothing is selected. */
export type Samples = Record<'bold' | 'link' | 'column' | 'cell' | 'callout' | 'step' | 'video', string>;

export function runCommand(command: Command, selected: Selected, samples: Samples): Edit {
  switch (command) {
    case 'bold':
      return wrap(selected, '**', '**', samples.bold);
    case 'link':
      return link(selected, samples.link);
    case 'heading':
      return prefixLines(selected, () => '## ', /^#{1,6} /);
    case 'list':
      return prefixLines(selected, () => '- ', /^(?:[-*] |\d+\. )/);
    case 'numbers':
      return prefixLines(selected, (line) => `${line + 1}. `, /^(?:[-*] |\d+\. )/);
    case 'table':
      return block(selected, table(samples));
    case 'callout':
      return around(selected, samples.callout, (lines) => ['> [!NOTE]', ...lines.map((line) => `> ${line}`)]);
    case 'steps':
      return around(selected, samples.step, (lines) => [
        '::: steps',
        ...lines.map((line, index) => `${index + 1}. ${line.replace(/^(?:[-*] |\d+\. )/, '')}`),
        ':::',
      ]);
    case 'video':
      return video(selected, samples.video);
  }
}

/** A picture as a paragraph of its own. */
export const insertPicture = (selected: Selected, url: string, words: string): Edit =>
  block(selected, `![${words.replace(/[[\]]/g, '')}](${url})`);

/** Enter within a list begins the next item, and ends the list on an empty one. Undefined: an ordinary line break. */
export function continueList({ text, start, end }: Selected): Edit | undefined {
  if (start !== end) return undefined;
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const [whole, space = '', mark = '', rest = ''] = /^(\s*)([-*]|\d+\.) (.*)$/s.exec(text.slice(from, start)) ?? [];
  if (whole === undefined) return undefined;
  if (rest.trim() === '') return { from, to: start, insert: '', start: from, end: from };
  const next = /^\d/.test(mark) ? `${Number.parseInt(mark, 10) + 1}.` : mark;
  const insert = `\n${space}${next} `;
  return { from: start, to: start, insert, start: start + insert.length, end: start + insert.length };
}

function wrap({ text, start, end }: Selected, before: string, after: string, sample: string): Edit {
  const inner = text.slice(start, end);
  const isWrapped =
    text.slice(start - before.length, start) === before &&
    text.slice(end, end + after.length) === after &&
    inner !== '';
  if (isWrapped)
    return {
      from: start - before.length,
      to: end + after.length,
      insert: inner,
      start: start - before.length,
      end: end - before.length,
    };
  const words = inner || sample;
  const at = start + before.length;
  return { from: start, to: end, insert: before + words + after, start: at, end: at + words.length };
}

function link({ text, start, end }: Selected, sample: string): Edit {
  const words = text.slice(start, end) || sample;
  const insert = `[${words}](https://)`;
  const url = start + words.length + 3;
  return { from: start, to: end, insert, start: url, end: url + 'https://'.length };
}

/** Puts a mark before each selected line, or takes it away where all have it. */
function prefixLines({ text, start, end }: Selected, mark: (line: number) => string, known: RegExp): Edit {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const to = next < 0 ? text.length : next;
  const lines = text.slice(from, to).split('\n');
  const isMarked = lines.every((line, index) => line.startsWith(mark(index)));
  const insert = lines.map((line, index) => (isMarked ? '' : mark(index)) + line.replace(known, '')).join('\n');
  return { from, to, insert, start: lines.length > 1 ? from : from + insert.length, end: from + insert.length };
}

/** Something that stands by itself: with an empty line before and after. */
function block({ text, start, end }: Selected, content: string): Edit {
  const before = text.slice(0, start);
  const lead = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const tail = text.slice(end).startsWith('\n') ? '\n' : '\n\n';
  const insert = lead + content + tail;
  return { from: start, to: end, insert, start: start + insert.length, end: start + insert.length };
}

/** The selected lines, or a sample, made into something that stands by itself; the sample is then selected. */
function around({ text, start, end }: Selected, sample: string, make: (lines: string[]) => string[]): Edit {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const to = next < 0 ? text.length : next;
  const written = text.slice(from, to);
  const edit = block({ text, start: from, end: to }, make((written || sample).split('\n')).join('\n'));
  if (written) return edit;
  const at = from + edit.insert.indexOf(sample);
  return { ...edit, start: at, end: at + sample.length };
}

/** A link as a paragraph of its own, whose address is to be written next. */
function video({ text, start, end }: Selected, sample: string): Edit {
  const edit = block({ text, start, end }, `[${text.slice(start, end) || sample}](https://)`);
  const at = start + edit.insert.indexOf('https://');
  return { ...edit, start: at, end: at + 'https://'.length };
}

function table({ column, cell }: Samples): string {
  const row = (one: string, two: string) => `| ${one} | ${two} |`;
  return [row(`${column} 1`, `${column} 2`), row('---', '---'), row(cell, cell), row(cell, cell)].join('\n');
}
