import { differences } from './differences.js';

it.each([
  ['nothing', { a: 1, list: ['x'] }, { a: 1, list: ['x'] }, {}],
  ['a value', { a: 1, b: 2 }, { a: 1, b: 3 }, { b: { before: 2, after: 3 } }],
  [
    'what is nested',
    { name: { en: 'A' } },
    { name: { en: 'B' } },
    { name: { before: { en: 'A' }, after: { en: 'B' } } },
  ],
  ['what is new', {}, { a: null }, { a: { after: null } }],
  ['what is gone', { a: 'x' }, {}, { a: { before: 'x' } }],
])('tells %s', (_, before, after, expected) => expect(differences(before, after)).toEqual(expected));
