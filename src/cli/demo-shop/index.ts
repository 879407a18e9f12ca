import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, type DemoShopOptions, ROUTES, readBody } from './routes.js';

export type { DemoShopOptions } from './routes.js';

export interface RunningDemoShop {
  /** e.g. `http://127.0.0.1:3001` */
  url: string;
  close(): Promise<void>;
}

/**
 * Plays a host site: the back end in which merchants see their orders and settlements, with the widget in it. It shows the
 * four things that a host does: the snippet, the signed identity, the context provider, the look-ups of the bot.
 */
export async function startDemoShop(options: DemoShopOptions): Promise<RunningDemoShop> {
  const host = options.host ?? '127.0.0.1';
  let url = '';
  const server = createServer((request, response) => {
    void answer(request, options, url)
      .catch((): Answer => ({ status: 400 }))
      .then(({ status, type, body, headers }) => {
        response.writeHead(status, {
          ...(type && { 'content-type': type }),
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
          ...headers,
        });
        response.end(body);
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, host, resolve);
  });
  url = `http://${host}:${(server.address() as AddressInfo).port}`;
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(request: IncomingMessage, options: DemoShopOptions, url: string): Promise<Answer> {
  const path = (request.url ?? '/').split('?')[0];
  const route = ROUTES[`${request.method} ${path}`];
  if (!route) return { status: 404 };
  const body = await readBody(request);
  return body === undefined ? { status: 413 } : route({ request, body, options, url });
}
