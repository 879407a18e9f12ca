import { decodeText } from './text-encoding.js';

const GB18030 = Buffer.from([0xb1, 0xea, 0xcc, 0xe2, 0x2c, 0xd5, 0xfd, 0xce, 0xc4]);
const utf16 = (text: string, swap = false) => {
  const bytes = Buffer.from(text, 'utf16le');
  return swap ? bytes.swap16() : bytes;
};

it.each([
  ['UTF-8', Buffer.from('标题,正文')],
  ['UTF-8 with a mark', Buffer.from('\ufeff标题,正文')],
  ['UTF-16 with a mark', utf16('\ufeff标题,正文')],
  ['UTF-16, the other way round', utf16('\ufeff标题,正文', true)],
  ['GB18030', GB18030],
])('reads %s', (_, bytes) => expect(decodeText(bytes)).toBe('标题,正文'));

it.each([
  ['UTF-16 without a mark', utf16('title,body\nabc,def')],
  ['UTF-16 without a mark, the other way round', utf16('title,body\nabc,def', true)],
])('reads %s', (_, bytes) => expect(decodeText(bytes)).toBe('title,body\nabc,def'));

it.each([
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0xff, 0xff])],
  ['half a character', Buffer.from([0x41, 0xff, 0x80])],
])('does not make up text of %s', (_, bytes) => expect(decodeText(bytes)).toBeUndefined());
