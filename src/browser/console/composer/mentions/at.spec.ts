import type { ColleagueView } from '../../../../contract/index.js';
import { atBefore, stillIn } from './at.js';
import { findColleagues } from './find-colleagues.js';

it.each([
  ['@', { start: 0, query: '' }],
  ['请@林', { start: 1, query: '林' }],
  ['看一下 @linx', { start: 4, query: 'linx' }],
  ['第一行\n@lx', { start: 4, query: 'lx' }],
  ['mail@shop.example', undefined],
  ['@林晓 你看', undefined],
  ['@@', undefined],
  ['@林晓，', undefined],
])('%j → %j', (text, at) => expect(atBefore(text, text.length)).toEqual(at));

const lin = { id: 'lin', name: '林晓' };
const dong = { id: 'dong', name: '林晓东' };

it.each([
  ['@林晓 看一下', ['lin']],
  ['@林晓东 看一下', ['dong']],
  ['@林晓东 和 @林晓', ['lin', 'dong']],
  ['林晓', []],
])('in %j stand %j', (text, ids) => expect(stillIn(text, [lin, dong]).map(({ id }) => id)).toEqual(ids));

const colleague = (name: string, pinyin: string, initials: string): ColleagueView => ({
  id: name,
  name,
  teamIds: [],
  pinyin,
  initials,
});
const ALL = [
  colleague('陈静', 'chenjing', 'cj'),
  colleague('Grace Chen', 'gracechen', 'gracechen'),
  colleague('林晓', 'linxiao', 'lx'),
];

it.each([
  ['', ['陈静', 'Grace Chen', '林晓']],
  ['林', ['林晓']],
  ['lx', ['林晓']],
  ['ＬinX', ['林晓']],
  ['chen', ['陈静', 'Grace Chen']],
  ['没有', []],
])('@%s finds %j', (query, names) => expect(findColleagues(ALL, query).map(({ name }) => name)).toEqual(names));
