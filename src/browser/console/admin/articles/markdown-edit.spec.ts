import { type Command, continueList, type Edit, insertPicture, runCommand, type Selected } from './markdown-edit.js';

const samples = { bold: '粗', link: '文字', column: '列', cell: '…', callout: '说明', step: '一步', video: '视频' };

/** `«` and `»` stand around what is selected. */
function read(marked: string): Selected {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  return { text: marked.replace(/[«»]/g, ''), start, end };
}

function show({ text }: Selected, { from, to, insert, start, end }: Edit): string {
  const after = text.slice(0, from) + insert + text.slice(to);
  return `${after.slice(0, start)}«${after.slice(start, end)}»${after.slice(end)}`;
}

it.each<[Command, string, string]>([
  ['bold', '先«看»账单', '先**«看»**账单'],
  ['bold', '先**«看»**账单', '先«看»账单'],
  ['bold', '«»', '**«粗»**'],
  ['link', '见«帮助»', '见[帮助](«https://»)'],
  ['heading', 'a\n第«»一步\nb', 'a\n## 第一步«»\nb'],
  ['heading', '## 第«»一步', '第一步«»'],
  ['heading', '### 第«»一步', '## 第一步«»'],
  ['list', '«a\nb»\nc', '«- a\n- b»\nc'],
  ['list', '«- a\n- b»', '«a\nb»'],
  ['numbers', '«- a\n- b»', '«1. a\n2. b»'],
  ['table', '前«»', '前\n\n| 列 1 | 列 2 |\n| --- | --- |\n| … | … |\n| … | … |\n\n«»'],
  ['callout', '前\n\n«»', '前\n\n> [!NOTE]\n> «说明»\n\n'],
  ['callout', '前\na«\n»b\n后', '前\n\n> [!NOTE]\n> a\n> b\n«»\n后'],
  ['steps', '«»', '::: steps\n1. «一步»\n:::\n\n'],
  ['steps', '«- a\n- b»', '::: steps\n1. a\n2. b\n:::\n\n«»'],
  ['video', '前«»', '前\n\n[视频](«https://»)\n\n'],
  ['video', '«怎么看»', '[怎么看](«https://»)\n\n'],
])('%s of %j', (command, before, after) => {
  const selected = read(before);
  expect(show(selected, runCommand(command, selected, samples))).toBe(after);
});

it('puts a picture into a paragraph of its own', () => {
  const selected = read('一行«»\n下一行');
  expect(show(selected, insertPicture(selected, '/help/images/x', 'a[1].png'))).toBe(
    '一行\n\n![a1.png](/help/images/x)\n«»\n下一行',
  );
});

it.each([
  ['- a«»', '- a\n- «»'],
  ['x\n  2. b«»', 'x\n  2. b\n  3. «»'],
  ['- a\n- «»', '- a\n«»'],
])('Enter goes on with a list: %j', (before, after) => {
  const selected = read(before);
  const edit = continueList(selected);
  expect(edit && show(selected, edit)).toBe(after);
});

it.each(['a«»', '-a«»', '- «a»', '- a\nb«»'])('Enter is a line break elsewhere: %j', (before) =>
  expect(continueList(read(before))).toBeUndefined(),
);
