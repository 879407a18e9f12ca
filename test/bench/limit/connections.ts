/** The bare limit of connections: Socket.IO as it comes, which lets everybody in and does nothing. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { answerParent } from '../harness/helper-process.js';

const http = createServer();
const io = new Server(http, { serveClient: false, perMessageDeflate: false, httpCompression: false });
io.of('/widget').on('connection', (socket) => {
  socket.on('session.resume', (_payload: object, ack: (answer: object) => void) => ack({ ok: true }));
});

answerParent({
  listen: async () => {
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  },
  collect: async () => globalThis.gc?.(),
});
