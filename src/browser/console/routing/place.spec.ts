import { adminAddress, parsePlace } from './place.js';

describe('place', () => {
  it.each([
    ['/console/', { area: 'desk' }],
    ['/console/tickets/PL-7K3M-9', { area: 'desk' }],
    ['/console/tickets', { area: 'tickets' }],
    ['/console/tickets/', { area: 'tickets' }],
    ['/console/due', { area: 'due' }],
    ['/console/wall', { area: 'wall' }],
    ['/console/somewhere/else', { area: 'desk' }],
    ['/console/account', { area: 'account' }],
    ['/console/welcome', { area: 'welcome' }],
    ['/console/admin', { area: 'admin', page: '', rest: [] }],
    ['/console/admin/audit/', { area: 'admin', page: 'audit', rest: [] }],
    ['/console/admin/sites/a%2Fb/edit', { area: 'admin', page: 'sites', rest: ['a/b', 'edit'] }],
    ['/console/admin/%E0%A4%A', { area: 'admin', page: '', rest: [] }],
  ])('%s', (pathname, place) => expect(parsePlace(pathname)).toEqual(place));

  it('is read back from its own address', () => {
    expect(parsePlace(adminAddress('sites', 'a/b 店', 'edit'))).toEqual({
      area: 'admin',
      page: 'sites',
      rest: ['a/b 店', 'edit'],
    });
  });
});
