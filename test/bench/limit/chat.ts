/**
 * The bare limit of chat: what comes in is stored, then acknowledged and shown to the agents' sockets. No rights, no
 * numbers, no events, no facts: as little as may be called a durable chat. STORE says how: `insert`, one statement a
 * message; `batch0`, one statement for whatever has queued up while the one before was under way.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { Server } from 'socket.io';
import { answerParent } from '../harness/helper-process.js';

interface Sent {
  conversationId: string;
  clientMessageId: string;
  body: string;
}
type Stored = Sent & { id: string };
interface Waiting {
  sent: Sent;
  resolve(id: string): void;
  reject(error: unknown): void;
}

const messages = process.env.STORE === 'batch0' ? 'messages_batch0' : 'messages_insert';
const TABLE = `CREATE TABLE IF NOT EXISTS ${messages} (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, conversation text NOT NULL, client_message_id text NOT NULL,
  body text NOT NULL, created_at timestamptz NOT NULL DEFAULT now())`;
const INSERT = `INSERT INTO ${messages} (conversation, client_message_id, body) VALUES ($1, $2, $3) RETURNING id`;
const INSERT_ALL = `INSERT INTO ${messages} (conversation, client_message_id, body)
  SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) RETURNING id`;

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 });
let queue: Waiting[] = [];
let underWay = false;

async function storeOne({ conversationId, clientMessageId, body }: Sent): Promise<string> {
  const values = [conversationId, clientMessageId, body];
  return (await pool.query<{ id: string }>({ name: 'insert', text: INSERT, values })).rows[0]?.id ?? '';
}

function storeWithOthers(sent: Sent): Promise<string> {
  return new Promise((resolve, reject) => {
    queue.push({ sent, resolve, reject });
    if (!underWay) void storeQueue();
  });
}

async function storeQueue(): Promise<void> {
  underWay = true;
  while (queue.length > 0) {
    const batch = queue;
    queue = [];
    const column = (name: keyof Sent) => batch.map(({ sent }) => sent[name]);
    const values = [column('conversationId'), column('clientMessageId'), column('body')];
    try {
      const { rows } = await pool.query<{ id: string }>({ name: 'insert all', text: INSERT_ALL, values });
      for (const [index, { resolve }] of batch.entries()) resolve(rows[index]?.id ?? '');
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
  underWay = false;
}

const store = process.env.STORE === 'batch0' ? storeWithOthers : storeOne;
const http = createServer();
const io = new Server(http, { serveClient: false, perMessageDeflate: false, httpCompression: false });
const agents = io.of('/agent');
agents.on('connection', (socket) => void socket.join(socket.handshake.auth.conversationIds as string[]));
io.of('/widget').on('connection', (socket) => {
  socket.on('message.send', (sent: Sent, ack: (answer: { ok: boolean; entry?: Stored }) => void) => {
    store(sent).then(
      (id) => {
        const entry = { id, ...sent };
        agents.to(sent.conversationId).emit('entry.added', { conversationId: sent.conversationId, entry });
        ack({ ok: true, entry });
      },
      () => ack({ ok: false }),
    );
  });
});

answerParent({
  listen: async () => {
    await pool.query(TABLE);
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  },
});
