import { draftOf, NEW_SITE, originProblem, settingsOf, withOrigin } from './site-draft.js';
import { snippetOf } from './snippet.js';

it('comes back from the form as it went in', () => {
  const site = {
    ...settingsOf({
      ...NEW_SITE,
      name: '林记茶铺',
      allowedOrigins: 'https://a.example\n\n https://b.example ',
      locale: 'en',
    }),
    phone: '400',
  };
  expect(site.allowedOrigins).toEqual(['https://a.example', 'https://b.example']);
  expect(settingsOf(draftOf(site))).toEqual(site);
});

it('finds the line that is no origin', () => {
  expect(originProblem('https://a.example\nhttps://*.example')).toEqual({
    line: 'https://*.example',
    problem: 'wildcard',
  });
  expect(originProblem(' \n')).toBeUndefined();
  expect(withOrigin('https://a.example', 'https://b.example')).toBe('https://a.example\nhttps://b.example');
  expect(withOrigin('https://a.example', 'https://a.example')).toBe('https://a.example');
});

it('writes into the snippet only what differs from what the loader does by itself', () => {
  expect(snippetOf('tea', { ...NEW_SITE }, 'https://desk.example')).toContain(
    "init', { site: 'tea', color: '#0f766e' });",
  );
  expect(snippetOf('tea', { ...NEW_SITE, position: 'left', locale: 'en' }, '')).toContain(
    "position: 'left', locale: 'en' }",
  );
});
