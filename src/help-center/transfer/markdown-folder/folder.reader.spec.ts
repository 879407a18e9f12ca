import type { Package } from '../package/package.js';
import { readFolder } from './folder.reader.js';

const titleOf = (text: string): string | undefined => {
  const files: Package = { paths: ['a.md'], refused: [], read: () => Buffer.from(text) };
  const [article] = readFolder(files, 'zh-CN').articles();
  return article && 'title' in article ? article.title : undefined;
};

describe('the title of a file without front matter', () => {
  it.each([
    ['# 提现\n\n正文', '提现'],
    ['\n#  提现 ##\n正文', '提现'],
    ['# C# 与我们', 'C# 与我们'],
    ['# C#\n', 'C#'],
    ['#    \n正文', ''],
    ['## 提现', ''],
    ['#提现', ''],
  ])('%j: %s', (text, title) => expect(titleOf(text)).toBe(title));

  it('is found at once, however many spaces and marks it has', () => {
    const begun = process.cpuUsage();
    expect(titleOf(`# a${' '.repeat(100_000)}b`)).toHaveLength(100_002);
    expect(titleOf(`# a${'#'.repeat(100_000)}b`)).toHaveLength(100_002);
    expect(process.cpuUsage(begun).user / 1_000).toBeLessThan(1_000);
  });
});
