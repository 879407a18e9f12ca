import { fillVariables, unfilledVariables, unknownVariables } from './replies.js';

describe('variables of replies', () => {
  const values = { 'customer.name': '王芳', 'ticket.number': 'PL-7K2-M4XQ' };

  it.each([
    ['{{customer.name}}您好，{{ticket.number}} 已受理', '王芳您好，PL-7K2-M4XQ 已受理'],
    ['{{ customer.name }}，您好', '王芳，您好'],
    ['{{shop.name}}的货款', '{{shop.name}}的货款'],
    ['$& {{customer.name}} $1', '$& 王芳 $1'],
    ['没有变量', '没有变量'],
  ])('%s → %s', (text, filled) => expect(fillVariables(text, values)).toBe(filled));

  it('what a customer is called does not become a variable of its own making twice', () => {
    expect(fillVariables('{{customer.name}}', { 'customer.name': '{{shop.name}}' })).toBe('{{shop.name}}');
  });

  it.each([
    ['{{shop.name}} 和 {{shop.name}}、{{ ticket.promised_at }}', ['{{shop.name}}', '{{ ticket.promised_at }}']],
    ['{{customer.nmae}}', ['{{customer.nmae}}']],
    ['模板里写 {{name}}、{{item.price}} 或 {{#if}}', []],
    ['{customer.name}', []],
  ])('to be filled in %s: %j', (text, left) => expect(unfilledVariables(text)).toEqual(left));

  it('a misspelt one is known for what it is', () => {
    expect(unknownVariables('{{customer.nmae}} {{customer.name}}')).toEqual(['{{customer.nmae}}']);
  });

  it('takes linear time', () => {
    const begun = process.cpuUsage();
    unfilledVariables('{{'.repeat(200_000));
    unfilledVariables(`{{${' '.repeat(400_000)}`);
    expect(process.cpuUsage(begun).user / 1_000).toBeLessThan(1_000);
  });
});
