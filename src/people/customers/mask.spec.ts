import { maskEmail, maskPhone } from './mask.js';

describe('what staff see of contact points', () => {
  it.each([
    ['13812345678', '138****5678'],
    ['+8613812345678', '+86138****5678'],
    ['1234567', '*******'],
  ])('phone %s is shown as %s', (phone, shown) => expect(maskPhone(phone)).toBe(shown));

  it.each([
    ['linji@tea.example', 'li***@tea.example'],
    ['ab@x.example', 'a***@x.example'],
    ['a@x.example', '***@x.example'],
    ['nonsense', '***'],
  ])('e-mail %s is shown as %s', (email, shown) => expect(maskEmail(email)).toBe(shown));
});
