import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nginxConfiguration } from '../../src/cli/cluster/proxy.js';
import { freePort } from '../../src/cli/embedded/free-port.js';
import { waitUntil } from '../../src/cli/embedded/process-end.js';
import { giveTo, serviceAccount } from '../../src/cli/embedded/service-account.js';
import { startService } from '../../src/cli/embedded/service-process.js';

/** The proxy of a cluster, as `npm run cluster` has it. @param program from `describeWith('nginx', …)` */
export async function startTestNginx(program: string, webs: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'porchlight-nginx-'));
  chmodSync(folder, 0o755);
  const account = serviceAccount([join(folder, 'x'), program]);
  giveTo(account, folder);
  const listen = `127.0.0.1:${await freePort()}`;
  const configuration = join(folder, 'nginx.conf');
  writeFileSync(configuration, nginxConfiguration(folder, listen, webs));
  const log = join(folder, 'log');
  const service = startService(
    account,
    program,
    ['-p', folder, '-c', configuration, '-e', 'stderr', '-g', 'daemon off;'],
    log,
  );
  const url = `http://${listen}`;
  const stands = await waitUntil(() => answers(url), 10_000);
  if (!stands) throw new Error(`nginx did not start, see ${log}`);
  return {
    url,
    stop: async () => {
      await service.end([
        ['SIGTERM', 2_000],
        ['SIGKILL', 1_000],
      ]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/healthz`)).ok;
  } catch {
    return false;
  }
}
