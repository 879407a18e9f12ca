import fc from 'fast-check';
import { groupAlike, sharedPart, type Wording } from './alike.js';

const said = (folded: string, units: string, hour = 0, locale: Wording['locale'] = 'zh-CN'): Wording => ({
  folded,
  units: new Set(units.split(' ').filter(Boolean)),
  at: new Date(Date.UTC(2026, 10, 20, hour)),
  locale,
});
const groups = (items: Wording[]) => groupAlike(items).map((group) => group.map(({ folded }) => folded));

describe('questions that ask the same', () => {
  it('are together when they read the same, whatever they are about', () =>
    expect(groups([said('吗', ''), said('嗯', ''), said('吗', '')])).toEqual([['吗', '吗'], ['嗯']]));

  it('are together when they share most of what they are about, with the one that is asked most', () =>
    expect(
      groups([
        said('怎么开发票', 'invoice how', 1),
        said('开发票在哪里', 'invoice how where', 2),
        said('怎么开发票', 'invoice how', 3),
        said('发票', 'invoice', 4),
        said('直播卡顿', 'live stutter', 5),
      ]),
    ).toEqual([['怎么开发票', '怎么开发票', '开发票在哪里'], ['直播卡顿'], ['发票']]));

  it('stay apart by language', () =>
    expect(groups([said('obs', 'obs', 1, 'en'), said('obs', 'obs', 2)])).toEqual([['obs'], ['obs']]));

  it('join the nearest of several', () =>
    expect(
      groups([
        said('a', 'one two three', 9),
        said('a', 'one two three', 9),
        said('b', 'one two four five', 8),
        said('b', 'one two four five', 8),
        said('c', 'one two four five six', 7),
      ]),
    ).toEqual([
      ['a', 'a'],
      ['b', 'b', 'c'],
    ]));

  it('are the same groups in whatever order they came, and none is lost', () => {
    const wording = fc
      .record({ units: fc.subarray(['a', 'b', 'c', 'd', 'e']), hour: fc.integer({ min: 0, max: 23 }) })
      .map(({ units, hour }) => said(units.join(''), units.join(' '), hour));
    const shuffled = fc
      .array(wording, { maxLength: 30 })
      .chain((items) => fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length })));
    fc.assert(
      fc.property(shuffled, ([items, other]) => {
        expect(groups(other)).toEqual(groups(items));
        expect(groups(items).flat()).toHaveLength(items.length);
      }),
    );
  });

  it('share nothing when neither is about anything', () => expect(sharedPart(new Set(), new Set())).toBe(0));
});
