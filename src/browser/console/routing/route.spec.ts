import { formatRoute, parseRoute, type Route } from './route.js';

describe('route', () => {
  const routes: Route[] = [
    { number: undefined, list: 'mine', panel: false },
    { number: undefined, list: 'queued', panel: false },
    { number: 'PL-7K3M-9', list: 'mine', panel: false },
    { number: 'PL-7K3M-9', list: 'resolved', panel: true },
  ];
  it.each(routes)('reads back what it wrote: %j', (route) => {
    const url = new URL(formatRoute(route), 'http://desk.example');
    expect(parseRoute(url.pathname, url.search)).toEqual(route);
  });

  it('falls back to my list for anything unknown', () => {
    expect(parseRoute('/console/elsewhere', '?list=everything&panel=1')).toEqual({
      number: undefined,
      list: 'mine',
      panel: false,
    });
  });

  it('survives a broken escape in the address', () => {
    expect(parseRoute('/console/tickets/%E0%A4%A', '').number).toBeUndefined();
  });
});
