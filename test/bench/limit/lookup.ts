/**
 * The bare limit of the look-up: node:http, and one prepared statement that makes the whole answer as JSON text. No second
 * factor, no limits, no validation.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { answerParent } from '../harness/helper-process.js';

const LOOK_UP = `
  SELECT json_build_object('number', t.number, 'status', t.status, 'category', t.category, 'openedAt', t.opened_at,
    'timeline', (SELECT json_agg(json_build_object('kind', e.kind, 'at', e.created_at, 'data', e.public_data) ORDER BY e.created_at, e.id)
                 FROM ticket_events e WHERE e.ticket_id = t.id AND e.customer_visible))::text AS view
  FROM tickets t WHERE t.number = $1`;

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 });

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const { number } = JSON.parse(Buffer.concat(parts).toString()) as { number: string };
    pool.query<{ view: string }>({ name: 'look up', text: LOOK_UP, values: [number] }).then(
      ({ rows }) => {
        response.writeHead(rows[0] ? 200 : 404, { 'content-type': 'application/json; charset=utf-8' });
        response.end(rows[0]?.view);
      },
      () => response.writeHead(500).end(),
    );
  });
});

answerParent({
  listen: async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  },
});
