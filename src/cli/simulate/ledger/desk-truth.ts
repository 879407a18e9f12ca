import type { AgentToServer, StaffEntryView, StaffView, WidgetToServer } from '../../../contract/index.js';
import { Line, Refused } from '../wire/line.js';
import type { World } from '../world.js';
import type { Truth } from './database-truth.js';
import type { StoredConversation } from './differences.js';

/** Sees every conversation. */
const ADMIN = 'admin@porchlight.example';

/**
 * Where there is no way to the database: what the desk tells an administrator. The numbers of customers are not among it; they
 * are counted, as the staff see everything but notes as the customer does.
 */
export async function deskTruth(world: World): Promise<Truth> {
  const { options, http, meter } = world;
  const login = await http.ask<{ staff: StaffView }>('POST', '/api/sessions', {
    email: ADMIN,
    password: options.password,
  });
  if (login.status !== 201 || !login.cookie) throw new Error(`${ADMIN} cannot sign in to check the ledger`);
  const line = new Line<AgentToServer>(`${options.url}/agent`, meter, { headers: { cookie: login.cookie } });
  return {
    source: 'what the desk shows its staff',
    read: async (accounts) => {
      const found = new Map<string, StoredConversation | 'unreadable'>();
      for (const { conversationId: id, owner, number } of accounts) {
        // The bot may have handed over when its customer had left: that there is a case is for the desk to say.
        const entries = await thread(line, id);
        if (entries) found.set(id, stored(id, entries));
        else if (!number) found.set(id, await asItsCustomer(world, id, owner));
      }
      return found;
    },
    close: async () => line.close(),
  };
}

/** What never became a case no member of staff sees; only the browser that began it. */
async function asItsCustomer(world: World, id: string, owner: string): Promise<StoredConversation | 'unreadable'> {
  if (!world.returning.has(owner)) return 'unreadable';
  const { url, site } = world.options;
  const auth = () => ({ site, session: owner, locale: 'zh-CN' });
  const line = new Line<WidgetToServer>(`${url}/widget`, world.meter, { auth });
  const { entries } = await line
    .ask('conversation.catch_up', { conversationId: id, afterSeq: 0 })
    .finally(() => line.close());
  return {
    id,
    tickets: [],
    entries: entries.map((entry) => ({
      id: entry.id,
      seq: entry.seq,
      customerSeq: entry.seq,
      kind: entry.kind,
      clientMessageId: entry.clientMessageId ?? null,
    })),
  };
}

async function thread(line: Line<AgentToServer>, conversationId: string): Promise<StaffEntryView[] | undefined> {
  const entries: StaffEntryView[] = [];
  try {
    for (let more = true; more; ) {
      const page = await line.ask('conversation.catch_up', { conversationId, afterSeq: entries.at(-1)?.seq ?? 0 });
      entries.push(...page.entries);
      more = page.hasMore;
    }
    return entries;
  } catch (error) {
    if (error instanceof Refused && error.code === 'not_found') return undefined;
    throw error;
  }
}

function stored(id: string, entries: StaffEntryView[]): StoredConversation {
  let customerSeq = 0;
  const numbers = entries.flatMap(({ data }) => (data?.type === 'ticket_opened' ? [data.number] : []));
  return {
    id,
    tickets: [...new Set(numbers)].map((number) => ({ number, assignee: null })),
    entries: entries.map((entry) => {
      const visible = entry.kind !== 'note';
      if (visible) customerSeq += 1;
      return {
        id: entry.id,
        seq: entry.seq,
        customerSeq: visible ? customerSeq : null,
        kind: entry.kind,
        clientMessageId: entry.clientMessageId ?? null,
      };
    }),
  };
}
