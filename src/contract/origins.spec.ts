import { readOrigin } from './origins.js';

it.each([
  ['https://shop.example', 'https://shop.example'],
  ['  HTTPS://Shop.Example:443/ ', 'https://shop.example'],
  ['https://b.example:8443', 'https://b.example:8443'],
  ['https://店铺.example', 'https://xn--hxtq42j.example'],
  ['http://localhost:3001', 'http://localhost:3001'],
  ['http://127.0.0.1:80', 'http://127.0.0.1'],
  ['http://[::1]:9', 'http://[::1]:9'],
])('%s is %s', (typed, origin) => expect(readOrigin(typed)).toEqual({ origin }));

it.each([
  ['https://*.shop.example', 'wildcard'],
  ['*', 'wildcard'],
  ['shop.example', 'not_an_origin'],
  ['null', 'not_an_origin'],
  ['ftp://shop.example', 'not_an_origin'],
  ['https://', 'not_an_origin'],
  ['https://me:secret@shop.example', 'not_an_origin'],
  ['https://shop.example https://evil.example', 'not_an_origin'],
  ['https://shop.example\\evil', 'not_an_origin'],
  ['https://shop.example;sandbox', 'not_an_origin'],
  ['https://shop.example,evil', 'not_an_origin'],
  ['https://shop.example/a', 'has_path'],
  ['https://shop.example/?a', 'has_path'],
  ['https://shop.example#', 'has_path'],
  ['http://shop.example', 'not_https'],
  ['http://localhost.evil.example', 'not_https'],
])('%s: %s', (typed, problem) => expect(readOrigin(typed)).toEqual({ problem }));
