import { uuid } from './uuid.js';

test('makes UUIDs of version 4, each another', () => {
  const made = Array.from({ length: 50 }, uuid);
  for (const each of made)
    expect(each).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(made).size).toBe(50);
});
