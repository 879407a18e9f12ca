import type { CustomerTicketView } from '../../../../contract/index.js';
import { standing } from './standing.js';

const ticket = (over: Partial<CustomerTicketView>) => ({ status: 'open', ...over }) as CustomerTicketView;

describe('standing', () => {
  it('is the status of the case', () => {
    expect(standing(ticket({}))).toBe('open');
    expect(standing(ticket({ status: 'pending', place: 2 }))).toBe('pending');
  });

  it('is waiting again for a case that went back to the queue', () => {
    expect(standing(ticket({ place: 2 }))).toBe('new');
    expect(standing(ticket({ place: 2, agentName: '小静' }))).toBe('open');
  });
});
