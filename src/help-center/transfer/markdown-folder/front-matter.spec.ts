import { joinFrontMatter, splitFrontMatter } from './front-matter.js';

const codeOf = (source: string): string => {
  try {
    splitFrontMatter(source);
    return 'fine';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('what stands above a text', () => {
  it.each(['\n', '\r\n', '\r'])('is read with line breaks of every system: %j', (end) => {
    const source = ['\ufeff---', 'title: "退款: 规则"', 'keywords: [a, 1]', '---', '', '    code', 'x', ''].join(end);
    expect(splitFrontMatter(source)).toEqual({
      data: { title: '退款: 规则', keywords: ['a', 1] },
      body: '    code\nx',
    });
  });

  it('may be nothing, or not there', () => {
    expect(splitFrontMatter('---\n---\nx')).toEqual({ data: {}, body: 'x' });
    expect(splitFrontMatter('a\n\n---\n\nb\n')).toEqual({ body: 'a\n\n---\n\nb' });
  });

  it.each([
    ['aliases', `---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n`],
    ['a tag of a language', `---\na: !!js/function 'function () {}'\n---\n`],
    ['a depth that nobody writes', `---\na: ${'['.repeat(200)}${']'.repeat(200)}\n---\n`],
    ['a key twice', '---\na: 1\na: 2\n---\n'],
    ['a list', '---\n- a\n---\n'],
    ['marks that do not match', '---\na: "b\n---\n'],
    ['a length that nobody writes', `---\na: ${'x'.repeat(30_000)}\n---\n`],
  ])('is refused with %s', (_, source) => expect(codeOf(source)).toBe('front_matter_broken'));

  it('cannot reach the prototype of anything', () => {
    const { data } = splitFrontMatter('---\n__proto__: { title: x }\nconstructor: y\n---\n');
    expect(({} as Record<string, unknown>).title).toBeUndefined();
    expect(data?.title).toBeUndefined();
  });

  it('comes back as it was', () => {
    const data = {
      title: '#1: "a"\n- b',
      none: null,
      list: ['null', '1', 'a: b', ' x '],
      number: 7,
      day: '2026-01-02',
    };
    expect(splitFrontMatter(joinFrontMatter(data, '正文')).data).toEqual(data);
  });
});
