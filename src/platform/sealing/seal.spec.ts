import { type SealBroken, seal, sealKey, unseal } from './seal.js';

const ours = sealKey('a key of this desk that is long enough');
const sealed = seal(ours, 'site_secrets 1', '秘密 secret');

const faultOf = (open: () => string) => {
  try {
    return open();
  } catch (error) {
    return (error as SealBroken).fault;
  }
};

it('opens what it has sealed, and seals nothing alike twice', () => {
  expect(unseal(ours, 'site_secrets 1', sealed)).toBe('秘密 secret');
  expect(seal(ours, 'site_secrets 1', '秘密 secret').equals(sealed)).toBe(false);
  expect(sealed.includes('secret')).toBe(false);
});

it('tells another key from damage, and opens neither', () => {
  expect(faultOf(() => unseal(sealKey('the key of somebody else, long enough'), 'site_secrets 1', sealed))).toBe(
    'wrong_key',
  );
  expect(faultOf(() => unseal(ours, 'site_secrets 2', sealed))).toBe('damaged');
  expect(faultOf(() => unseal(ours, 'site_secrets 1', sealed.subarray(0, 20)))).toBe('damaged');
  for (const at of [0, 6, 20, sealed.length - 1]) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] as number) ^ 1;
    expect(faultOf(() => unseal(ours, 'site_secrets 1', changed))).toBe('damaged');
  }
});
