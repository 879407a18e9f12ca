import { deflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { PIXEL, zipOf } from '../../../../test/support/archive.js';
import { openZip } from './zip-reader.js';

/** Writes over bytes of the directory entry of a file, where `at` is its offset within the entry. */
function patched(zip: Buffer, at: number, bytes: number[]): Buffer {
  const copy = Buffer.from(zip);
  const entry = copy.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  Buffer.from(bytes).copy(copy, entry + at);
  return copy;
}

const why = (work: () => unknown): string => {
  try {
    work();
    return 'nothing';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};

describe('a ZIP', () => {
  it('gives its files, packed or not, under names of any system', () => {
    const zip = openZip(zipOf({ 'a/一.md': '内容', 'b.png': PIXEL, 'c/': '' }));
    expect(zip.paths).toEqual(['a/一.md', 'b.png']);
    expect(zip.read('a/一.md').toString()).toBe('内容');
    expect(zip.read('b.png')).toEqual(PIXEL);
  });

  it('knows names that Windows has written in GB18030', () => {
    const name = Buffer.from([0xb0, 0xef, 0xd6, 0xfa, 0x2e, 0x6d, 0x64]);
    const zip = zipOf({ 'XXXX.md': 'a' });
    for (let at = zip.indexOf('XXXX.md'); at >= 0; at = zip.indexOf('XXXX.md', at + 1)) name.copy(zip, at);
    expect(openZip(zip).paths).toEqual(['帮助.md']);
  });

  it('leaves out what systems leave lying about', () => {
    const zip = zipOf({
      '__MACOSX/a/._b.md': 'x',
      '.DS_Store': 'x',
      'a/.git/config': 'x',
      'a/b.md': 'x',
      'Thumbs.db': 'x',
    });
    expect(openZip(zip)).toMatchObject({ paths: ['a/b.md'], refused: [] });
  });

  it.each([
    '../../etc/passwd',
    '/etc/passwd',
    'a/../../b.md',
    'a\\..\\b.md',
    'C:/x.md',
    'a//b.md',
    './a.md',
    'a\u0007.md',
  ])('does not take %j, and takes the rest', (path) => {
    const zip = openZip(zipOf({ [path]: 'x', 'good.md': 'x' }));
    expect(zip.paths).toEqual(['good.md']);
    expect(zip.refused).toEqual([{ path, code: 'path_refused' }]);
  });

  it('does not take a name with a NUL in it', () => {
    const zip = zipOf({ 'aXb.md': 'x' });
    for (let at = zip.indexOf('aXb.md'); at >= 0; at = zip.indexOf('aXb.md', at + 1)) zip[at + 1] = 0;
    expect(openZip(zip)).toMatchObject({ paths: [], refused: [{ code: 'path_refused' }] });
  });

  it('follows no link', () => {
    const link = Buffer.from(zipSync({ 'a.md': [Buffer.from('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] }));
    expect(openZip(link)).toMatchObject({ paths: [], refused: [{ path: 'a.md', code: 'symlink' }] });
  });

  it('takes one of two files of one name', () => {
    const zip = zipOf({ 'a.md': '1', 'b.md': '2' });
    for (let at = zip.indexOf('b.md'); at >= 0; at = zip.indexOf('b.md', at + 1)) zip[at] = 0x61;
    expect(openZip(zip)).toMatchObject({ paths: ['a.md'], refused: [{ path: 'a.md', code: 'duplicate' }] });
  });

  it('unpacks no more than its directory says', () => {
    const zeros = zipOf({ 'a.md': Buffer.alloc(900_000) });
    // Uncompressed size: a lie.
    expect(why(() => openZip(patched(zeros, 24, [10, 0, 0, 0])).read('a.md'))).toBe('file_broken');
    expect(why(() => openZip(patched(zeros, 16, [1, 2, 3, 4])).read('a.md'))).toBe('file_broken');
  });

  it('is refused when it unpacks to what no text unpacks to', () => {
    expect(why(() => openZip(zipOf({ 'a.md': Buffer.alloc(5_000_000) })))).toBe('zip_bomb');
    const one = zipOf({ 'a.md': 'x'.repeat(200), 'b.md': 'y'.repeat(200) });
    const second = one.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), one.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 4);
    const overlapping = Buffer.from(one);
    overlapping.writeUInt32LE(0, second + 42);
    expect(why(() => openZip(overlapping))).toBe('zip_bomb');
  });

  it('is refused when it promises too much, or too many', () => {
    const sizes = zipOf(Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`${index}.md`, 'x'.repeat(100)])));
    const mark = Buffer.from([0x50, 0x4b, 1, 2]);
    for (let at = sizes.indexOf(mark); at >= 0; at = sizes.indexOf(mark, at + 1))
      sizes.writeUInt32LE(60_000_000, at + 24);
    expect(['zip_too_big', 'zip_bomb']).toContain(why(() => openZip(sizes)));
    const many = zipOf({ 'a.md': 'x' });
    many.writeUInt16LE(0xffff, many.length - 12);
    expect(why(() => openZip(many))).toBe('zip_too_many');
  });

  it('is refused when it has a password, is cut off, or is none', () => {
    const zip = zipOf({ 'a.md': 'x'.repeat(1_000) });
    expect(why(() => openZip(patched(zip, 8, [1, 0])))).toBe('zip_encrypted');
    expect(why(() => openZip(zip.subarray(0, zip.length - 30)))).toBe('zip_broken');
    expect(why(() => openZip(Buffer.from('PK')))).toBe('zip_broken');
    expect(why(() => openZip(Buffer.concat([Buffer.from('PK'), deflateRawSync(Buffer.alloc(500))])))).toBe(
      'zip_broken',
    );
  });
});
