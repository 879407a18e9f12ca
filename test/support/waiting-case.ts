import { randomUUID } from 'node:crypto';
import { io } from 'socket.io-client';
import type { CategoryKey, CustomerTicketView } from '../../src/contract/index.js';
import { WidgetClient } from './clients.js';
import { staffRequests } from './staff-session.js';

/** A visitor of the demo shop has asked for a person, without a browser. @returns their case, as they see it */
export async function openCase(words: string, category?: CategoryKey): Promise<CustomerTicketView> {
  const auth = { site: 'demo', locale: 'zh-CN' };
  const address = `${process.env.PORCHLIGHT_URL}/widget`;
  const client = new WidgetClient(io(address, { auth, transports: ['websocket'], forceNew: true }));
  try {
    await client.resume();
    const conversationId = await client.begin(words, category);
    const { conversation } = await client.call('person.request', { conversationId });
    return conversation.ticket as CustomerTicketView;
  } finally {
    client.close();
  }
}

/** Somebody of the staff has opened a case about money for a new customer of the demo shop. */
export async function openCaseFor(
  customer: string,
  { by, message }: { by: string; message: string },
): Promise<{ number: string; statusUrl: string }> {
  const staff = await staffRequests(by);
  const { sites } = await (await staff.get('/api/customers?query=zz')).json();
  const data = {
    requestId: randomUUID(),
    newCustomer: { siteId: sites[0].id, name: customer },
    check: 'account_facts',
    category: 'earnings',
    message,
  };
  const opened = await (await staff.post('/api/tickets', { data })).json();
  await staff.dispose();
  return opened;
}
