import { isMailAddress, readMailbox } from './mail-address.js';

describe('an address of mail', () => {
  it.each(['a@b', 'lin.mei+desk@shop.example', "o'neil@xn--fsq.example", `${'a'.repeat(64)}@shop.example`])(
    'may be %s',
    (address) => expect(isMailAddress(address)).toBe(true),
  );

  it.each([
    '',
    'a',
    '@shop.example',
    'a@',
    'a b@shop.example',
    'a@shop.example,b@shop.example',
    'a@shop.example\r\nBcc: b@shop.example',
    'a@shop.example\nDATA',
    '<a@shop.example>',
    '"a b"@shop.example',
    'a@shop..example',
    'a@-shop.example',
    '.a@shop.example',
    'a@[127.0.0.1]',
    '林@shop.example',
    `${'a'.repeat(65)}@shop.example`,
    `a@${'b.'.repeat(130)}example`,
  ])('is not %j', (address) => expect(isMailAddress(address)).toBe(false));

  it.each([
    ['desk@shop.example', { name: '', address: 'desk@shop.example' }],
    ['长明 Porchlight <desk@shop.example>', { name: '长明 Porchlight', address: 'desk@shop.example' }],
    ['<desk@shop.example>', { name: '', address: 'desk@shop.example' }],
    ['desk', undefined],
    ['Desk <desk@shop.example>, Other <b@shop.example>', undefined],
    ['Desk\r\nBcc: x <desk@shop.example>', undefined],
  ])('reads %j', (text, mailbox) => expect(readMailbox(text)).toEqual(mailbox));
});
