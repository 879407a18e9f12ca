import type { PolicyCell, PolicyPresetView } from '../../../../../contract/index.js';
import { changesBetween, flatten, silenceOf, takePreset, unflatten } from './policy-draft.js';

const cell = (seconds: number): PolicyCell => ({
  chat: { first_response: 90, next_response: null },
  asynchronous: { first_response: seconds, next_response: null, promise: null, resolution: null },
});
const rows = (seconds: number) => ({ P0: cell(seconds), P1: cell(seconds), P2: cell(seconds), P3: cell(seconds) });
const PRESETS: PolicyPresetView[] = [
  { key: 'standard', name: { 'zh-CN': '标准', en: 'Standard' }, targets: rows(3_600) },
  { key: 'premium', name: { 'zh-CN': '重点', en: 'Premium' }, targets: rows(900) },
];

describe('policy draft', () => {
  it('comes back as it went, and leaves empty rows to the default', () => {
    const targets = { premium: { P1: cell(1_800) }, standard: {} };
    expect(unflatten(flatten(targets))).toEqual(targets);
  });

  it('is nothing to send while a text cannot be read', () => {
    expect(unflatten({ ...flatten({}), 'premium.P1.asynchronous.promise': 'soon' })).toBeUndefined();
  });

  it('tells what answers where nothing stands', () => {
    const empty = flatten({});
    expect(silenceOf(empty, 'premium.P1.asynchronous.first_response', PRESETS)).toEqual({
      is: 'default',
      seconds: 900,
    });
    expect(silenceOf(empty, 'premium.P1.chat.first_response', PRESETS)).toEqual({ is: 'default', seconds: 90 });
    expect(silenceOf(empty, 'premium.P1.asynchronous.resolution', PRESETS)).toEqual({ is: 'none' });
    const begun = { ...empty, 'premium.P1.asynchronous.resolution': 7_200 };
    expect(silenceOf(begun, 'premium.P1.asynchronous.first_response', PRESETS)).toEqual({
      is: 'default',
      seconds: 900,
    });
    expect(silenceOf(begun, 'premium.P1.chat.first_response', PRESETS)).toEqual({ is: 'as_message' });
  });

  it('takes a preset for one tier, and for none empties it', () => {
    const taken = { ...flatten({}), ...takePreset('standard', PRESETS[1]) };
    expect(unflatten(taken)).toEqual({ standard: rows(900), premium: {} });
    expect(unflatten({ ...taken, ...takePreset('standard', undefined) })).toEqual({ standard: {}, premium: {} });
  });

  it('names the targets in which two versions differ', () => {
    expect(changesBetween({ premium: { P1: cell(1_800) } }, { premium: { P1: cell(2_700) } })).toEqual([
      { key: 'premium.P1.asynchronous.first_response', before: 1_800, after: 2_700 },
    ]);
  });
});
