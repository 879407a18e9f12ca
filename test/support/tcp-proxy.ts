import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Stands between a client and a server, and behaves as networks do. */
export interface TcpProxy {
  /** The same all the time. */
  url: string;
  /** Where it leads from now on; connections that there are end. Undefined: nowhere, connections are refused at once. */
  leadTo(url: string | undefined): void;
  /** What comes from the client is held back so long, milliseconds; `Infinity` swallows it. */
  hold(milliseconds: number): void;
  close(): Promise<void>;
}

export async function startTcpProxy(): Promise<TcpProxy> {
  const open = new Set<Socket>();
  let target: URL | undefined;
  let held = 0;
  const server = createServer((client) => {
    const upstream = target && connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) {
      if (!socket) continue;
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        client.destroy();
        upstream?.destroy();
      });
    }
    if (!upstream) return void client.destroy();
    upstream.pipe(client);
    client.on('data', (data) => {
      if (held === Number.POSITIVE_INFINITY) return;
      if (held === 0) upstream.write(data);
      else setTimeout(() => upstream.write(data), held);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    leadTo: (url) => {
      target = url === undefined ? undefined : new URL(url);
      for (const socket of open) socket.destroy();
    },
    hold: (milliseconds) => {
      held = milliseconds;
    },
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
