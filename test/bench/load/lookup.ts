import { Client } from 'undici';
import { answerParent } from '../harness/helper-process.js';

export interface LookupRound {
  url: string;
  path: string;
  /** Bodies to send, at random. */
  bodies: string[];
  connections: number;
  seconds: number;
}

export interface LookupReport {
  answered: number;
  /** By status, when it was not 200. */
  refused: Record<string, number>;
  seconds: number;
  /** Milliseconds. */
  latencies: number[];
}

/** Each connection asks again as soon as it has its answer. */
async function play({ url, path, bodies, connections, seconds }: LookupRound): Promise<LookupReport> {
  const report: LookupReport = { answered: 0, refused: {}, seconds, latencies: [] };
  const began = performance.now();
  const until = began + seconds * 1_000;
  const ask = async () => {
    const client = new Client(url, { pipelining: 1 });
    for (let asked = performance.now(); asked < until; asked = performance.now()) {
      const body = bodies[Math.floor(Math.random() * bodies.length)];
      const headers = { 'content-type': 'application/json' };
      const answer = await client.request({ path, method: 'POST', headers, body });
      const text = await answer.body.text();
      if (answer.statusCode === 200 && text.includes('"timeline"')) {
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
