import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SafeFetch } from './safe-fetch.js';

/** What each server of this file has been asked. */
let asked: string[] = [];
const servers: Server[] = [];

async function serve(answer: RequestListener): Promise<number> {
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const fetches: SafeFetch[] = [];
function client(allowed: string[] = [], resolve?: (hostname: string) => string[]): SafeFetch {
  const made = new SafeFetch(
    { fetchAllowedHosts: allowed },
    resolve &&
      ((hostname, done) =>
        done(
          null,
          resolve(hostname).map((address) => ({ address, family: 4 })),
        )),
  );
  fetches.push(made);
  return made;
}

afterEach(async () => {
  asked = [];
  await Promise.all(fetches.splice(0).map((fetch) => fetch.onApplicationShutdown()));
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

describe('what the server fetches for somebody', () => {
  const ok: RequestListener = (_, response) => response.end('{"cards":[]}');

  it('comes from a host that the operator named', async () => {
    const port = await serve(ok);
    const answer = await client([`127.0.0.1:${port}`]).post(`http://127.0.0.1:${port}/context`, '{}', {});
    expect(answer).toMatchObject({ status: 200, body: '{"cards":[]}' });
  });

  it('does not come from its neighbour on another port', async () => {
    const [named, neighbour] = [await serve(ok), await serve(ok)];
    const fetch = client([`127.0.0.1:${named}`]);
    await expect(fetch.post(`http://127.0.0.1:${neighbour}/`, '{}', {})).rejects.toMatchObject({ reason: 'url' });
    await expect(fetch.post(`https://127.0.0.1:${neighbour}/`, '{}', {})).rejects.toMatchObject({ reason: 'address' });
    await expect(fetch.post(`http://localhost:${named}/`, '{}', {})).rejects.toMatchObject({ reason: 'url' });
    expect(asked).toEqual([]);
  });

  it.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://169.254.169.254/latest/meta-data',
    'https://localhost/',
  ])('does not come from %s', async (url) => {
    await expect(client().post(url, '', {})).rejects.toMatchObject({ reason: 'address' });
  });

  it.each([
    'http://shop.example/',
    'ftp://shop.example/',
    'file:///etc/passwd',
    'https://a:b@shop.example/',
    'nonsense',
  ])('does not come from the URL %s', async (url) => {
    await expect(client().post(url, '', {})).rejects.toMatchObject({ reason: 'url' });
  });

  it('does not come from a public name that resolves to a private address when it connects', async () => {
    const port = await serve(ok);
    const fetch = client([], () => ['127.0.0.1']);
    await expect(fetch.post(`https://shop.example:${port}/`, '', {})).rejects.toMatchObject({ reason: 'address' });
  });

  it('does not come from a name with one private address among public ones', async () => {
    const fetch = client([], () => ['8.8.8.8', '10.0.0.1']);
    await expect(fetch.post('https://shop.example/', '', {})).rejects.toMatchObject({ reason: 'address' });
  });

  it('follows no redirect, not even to itself', async () => {
    const port = await serve((_, response) => response.writeHead(302, { location: '/elsewhere' }).end());
    const fetch = client([`127.0.0.1:${port}`]);
    await expect(fetch.post(`http://127.0.0.1:${port}/`, '', {})).rejects.toMatchObject({ reason: 'redirect' });
    expect(asked).toEqual(['/']);
  });

  it.each([
    ['announced', { 'content-length': String(300 * 1024) }],
    ['in pieces', {}],
  ])('stops at 256 KB, %s', async (_, headers) => {
    const port = await serve((_request, response) => {
      response.writeHead(200, headers);
      response.end(Buffer.alloc(300 * 1024, 'x'));
    });
    const fetch = client([`127.0.0.1:${port}`]);
    await expect(fetch.post(`http://127.0.0.1:${port}/`, '', {})).rejects.toMatchObject({ reason: 'too_large' });
  });

  it('gives up after three seconds on one who trickles', async () => {
    const port = await serve((_, response) => {
      response.writeHead(200);
      const trickle = setInterval(() => response.write('x'), 100);
      response.on('close', () => clearInterval(trickle));
    });
    const fetch = client([`127.0.0.1:${port}`]);
    await expect(fetch.post(`http://127.0.0.1:${port}/`, '', {})).rejects.toMatchObject({ reason: 'timeout' });
  });

  it('says that nobody is there', async () => {
    const port = await serve(ok);
    await new Promise((resolve) => servers.pop()?.close(resolve));
    const fetch = client([`127.0.0.1:${port}`]);
    await expect(fetch.post(`http://127.0.0.1:${port}/`, '', {})).rejects.toMatchObject({ reason: 'failed' });
  });
});
