import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadConfig } from '../../src/config.js';
import { DeskSocketAdapter } from '../../src/realtime/index.js';
import { connect } from '../support/clients.js';

describe('the address of a socket, by which limits count', () => {
  it.each([
    ['is the peer’s, whatever it claims', {}, '127.0.0.1'],
    ['is the one that a trusted proxy names', { TRUSTED_PROXIES: '127.0.0.1' }, '203.0.113.9'],
    ['is the last that no trusted proxy has named', { TRUSTED_PROXIES: '127.0.0.1,203.0.113.9' }, '198.51.100.7'],
  ])('%s', async (_, environment, expected) => {
    const config = loadConfig({ NODE_ENV: 'test', DATABASE_URL: 'postgres://nobody@localhost/none', ...environment });
    const http = createServer();
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    const server = new DeskSocketAdapter(http as never, config).createIOServer(0);
    const seen = new Promise<string>((resolve) =>
      server.of('/knock').on('connection', ({ handshake }) => resolve(handshake.address)),
    );
    const socket = await connect(`http://127.0.0.1:${(http.address() as AddressInfo).port}/knock`, {
      extraHeaders: { 'x-forwarded-for': '198.51.100.7, 203.0.113.9' },
    });
    try {
      expect(await seen).toBe(expected);
    } finally {
      socket.disconnect();
      await server.close();
    }
  });
});
