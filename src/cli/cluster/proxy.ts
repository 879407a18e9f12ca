import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { giveTo, serviceAccount } from '../embedded/service-account.js';
import { startService } from '../embedded/service-process.js';
import type { Departure } from '../local-stack/departure.js';
import { keepMember, logOf, type Member } from './member.js';

/** The same that `docker/compose.yml` mounts. */
const TEMPLATE = 'docker/proxy/porchlight.conf.template';

/** nginx before the web processes. @param program its path @param folder of the cluster, absolute */
export async function provideProxy(
  departure: Departure,
  program: string,
  { folder, host, port, webs }: { folder: string; host: string; port: number; webs: readonly string[] },
): Promise<Member> {
  const own = join(folder, 'nginx');
  mkdirSync(own, { recursive: true, mode: 0o700 });
  const account = serviceAccount([own, program]);
  giveTo(account, own);
  const configuration = join(own, 'nginx.conf');
  writeFileSync(configuration, nginxConfiguration(own, `${host}:${port}`, webs), { mode: 0o644 });
  giveTo(account, configuration);
  const plan = { name: 'nginx', folder };
  return await keepMember(departure, {
    ...plan,
    start: () =>
      startService(
        account,
        program,
        ['-p', own, '-c', configuration, '-e', 'stderr', '-g', 'daemon off;'],
        logOf(plan),
      ),
    isReady: () => listens(host, port),
  });
}

/** @param webs http://host:port of each @param listen host:port @param folder where nginx may write */
export function nginxConfiguration(folder: string, listen: string, webs: readonly string[]): string {
  const values: Record<string, string> = {
    LISTEN: listen,
    // On one machine a process that is away refuses at once and the next one is asked. Set aside for a time, it would be missing
    // when the other one goes.
    WEB_SERVERS: webs.map((url) => `server ${new URL(url).host} max_fails=0;`).join('\n    '),
  };
  const site = readFileSync(TEMPLATE, 'utf8').replace(
    /\$\{([A-Z_]+)\}/g,
    (whole, name: string) => values[name] ?? whole,
  );
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return [
    'worker_processes 1;',
    `pid ${folder}/nginx.pid;`,
    'error_log stderr warn;',
    'events { worker_connections 8192; }',
    'http {',
    'access_log off;',
    ...temporary.map((name) => `${name}_temp_path ${folder}/${name};`),
    site,
    '}',
    '',
  ].join('\n');
}

function listens(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, host === '0.0.0.0' ? '127.0.0.1' : host);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
