import { faultsOf, inputOf, type LookUpDraft, NEW_LOOK_UP } from './look-up-draft.js';

const good: LookUpDraft = {
  ...NEW_LOOK_UP,
  name: { 'zh-CN': ' 订单结算 ', en: 'Settlement' },
  label: { 'zh-CN': '订单号', en: 'Order number' },
  example: 'P2026112010240380',
  words: { 'zh-CN': ['查结算'], en: [] },
  url: ' https://shop.example/look-ups ',
};

describe('the draft of a look-up', () => {
  it('is sent trimmed, without what it does not ask for', () => {
    expect(faultsOf(good)).toEqual([]);
    expect(inputOf(good)).toMatchObject({ name: { 'zh-CN': '订单结算' }, url: 'https://shop.example/look-ups' });
    expect(inputOf({ ...good, needsInput: false })).not.toHaveProperty('input');
  });

  it.each<[string, Partial<LookUpDraft>, string[]]>([
    ['a name in one language', { name: { 'zh-CN': '结算', en: ' ' } }, ['name']],
    ['an example of another form', { example: '订单号' }, ['example']],
    ['no words', { words: { 'zh-CN': [], en: [] } }, ['words']],
    ['a word that stands everywhere', { words: { 'zh-CN': ['钱'], en: [] } }, ['word']],
    ['no address', { url: 'shop.example' }, ['url']],
    ['nothing asked, nothing missing', { needsInput: false, example: '' }, []],
  ])('names what is wrong with %s', (_, change, faults) => {
    expect(faultsOf({ ...good, ...change })).toEqual(faults);
  });
});
