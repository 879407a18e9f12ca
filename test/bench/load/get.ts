import { Client } from 'undici';
import { answerParent } from '../harness/helper-process.js';

export interface Wish {
  path: string;
  /** Posted as JSON; without it, it is a GET. */
  body?: string;
}

export interface GetRound {
  url: string;
  headers?: Record<string, string>;
  /** Asked for at random. */
  wishes: Wish[];
  /** Stands in every good answer. */
  contains: string;
  connections: number;
  seconds: number;
}

export interface GetReport {
  answered: number;
  /** By status, when it was not 200, or not what was asked for. */
  refused: Record<string, number>;
  seconds: number;
  /** Milliseconds. */
  latencies: number[];
}

/** Each connection asks again as soon as it has its answer; each time from another address, as far as the server can see. */
async function play({ url, headers, wishes, contains, connections, seconds }: GetRound): Promise<GetReport> {
  const report: GetReport = { answered: 0, refused: {}, seconds, latencies: [] };
  const began = performance.now();
  const until = began + seconds * 1_000;
  let asks = 0;
  const ask = async () => {
    const client = new Client(url, { pipelining: 1 });
    for (let asked = performance.now(); asked < until; asked = performance.now()) {
      const { path, body } = wishes[Math.floor(Math.random() * wishes.length)] as Wish;
      asks += 1;
      const from = `10.${(asks >> 16) & 255}.${(asks >> 8) & 255}.${asks & 255}`;
      const answer = await client.request({
        path,
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          'x-forwarded-for': from,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body }),
      });
      const text = await answer.body.text();
      if (answer.statusCode === 200 && text.includes(contains)) {
        report.answered += 1;
        report.latencies.push(performance.now() - asked);
      } else report.refused[answer.statusCode] = (report.refused[answer.statusCode] ?? 0) + 1;
    }
    await client.close();
  };
  await Promise.all(Array.from({ length: connections }, ask));
  report.seconds = (performance.now() - began) / 1_000;
  return report;
}

answerParent({ play });
