import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Heard {
  url: URL;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface TestRobot {
  /** `127.0.0.1:<port>`, for `FETCH_ALLOWED_HOSTS`. */
  host: string;
  heard: Heard[];
  /** What it answers from now on; `silence`: nothing at all. */
  answer: { status?: number; body?: string; location?: string } | 'silence';
  close(): Promise<void>;
}

/** Plays the other side of a webhook: a group's robot, a provider of SMS. */
export async function startRobot(): Promise<TestRobot> {
  const robot: TestRobot = {
    host: '',
    heard: [],
    answer: { body: '{"errcode":0,"errmsg":"ok"}' },
    close: async () => undefined,
  };
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      robot.heard.push({ url: new URL(request.url ?? '', `http://${robot.host}`), headers: request.headers, body });
      if (robot.answer === 'silence') return;
      const { status = 200, body: said = '', location } = robot.answer;
      response.writeHead(status, { 'content-type': 'application/json', ...(location && { location }) }).end(said);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  robot.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  robot.close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return robot;
}
