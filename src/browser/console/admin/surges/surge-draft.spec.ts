import { gapsOf, inputOf, newDraft } from './surge-draft.js';

const draft = { ...newDraft(null), reason: '双十一' };

it.each([
  ['nothing', {}, []],
  ['a reason', { reason: ' ' }, ['reason']],
  ['words in both languages', { announcement: { 'zh-CN': '忙', en: '' } }, ['announcement']],
  ['no words when nothing is announced', { announces: false, announcement: { 'zh-CN': '', en: '' } }, []],
  ['an end after the beginning', { starts: '2026-11-11T20:00', ends: '2026-11-11T19:00' }, ['ends']],
  ['an end that is a time', { ends: 'soon' }, ['ends']],
])('asks for %s', (_what, change, gaps) => expect(gapsOf({ ...draft, ...change })).toEqual(gaps));

it('sends times with their zone, and null for now and for an open end', () => {
  const ends = new Date(2026, 10, 12, 2);
  expect(inputOf({ ...draft, ends: '2026-11-12T02:00' })).toMatchObject({ startsAt: null, endsAt: ends.toISOString() });
  expect(inputOf(draft).endsAt).toBeNull();
});
