import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

export interface Host {
  url: string;
  /** Shown at `/`; everything else comes from the folder, gzipped. */
  page: string;
  close(): Promise<void>;
}

/** A site of somebody's, as plain as can be. */
export async function startHost(folder: string): Promise<Host> {
  const host: Host = { url: '', page: '', close: async () => undefined };
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://host').pathname);
    try {
      const body = path === '/' ? Buffer.from(host.page) : readFileSync(join(folder, path));
      response.writeHead(200, {
        'content-type': TYPES[path === '/' ? '.html' : extname(path)] ?? 'application/octet-stream',
        'content-encoding': 'gzip',
      });
      response.end(gzipSync(body));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  host.close = () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections());
  return host;
}
