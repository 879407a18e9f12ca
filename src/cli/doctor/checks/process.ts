import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isPortFree } from '../../embedded/free-port.js';
import { productVersion } from '../../tools/product.js';
import { type Check, failing, ok, warning } from '../check.js';

export const node: Check = {
  id: 'node',
  title: { zh: '运行环境', en: 'Node.js' },
  always: true,
  look: async () => {
    const wanted: string = JSON.parse(readFileSync(join(process.cwd(), 'package.json'), 'utf8')).engines.node;
    const needed = wanted
      .replace(/[^\d.]/g, '')
      .split('.')
      .map(Number);
    const have = process.versions.node.split('.').map(Number);
    const first = needed.findIndex((part, index) => part !== have[index]);
    if (first >= 0 && (have[first] ?? 0) < (needed[first] ?? 0))
      return [
        failing(
          [`Node.js ${process.versions.node} 太旧`, `Node.js ${process.versions.node} is too old`],
          [`请安装 ${wanted}`, `install ${wanted}`],
        ),
      ];
    const text = `Node.js ${process.versions.node}, Porchlight ${productVersion()}, ${process.platform} ${process.arch}`;
    return [ok(text, text)];
  },
};

interface Readiness {
  ready: boolean;
  checks: Record<string, 'ok' | 'failing' | 'degraded' | 'off'>;
}

/** Whether what listens on our port is a desk, and how it feels. */
export const port: Check = {
  id: 'server',
  title: { zh: '服务进程', en: 'The server' },
  look: async ({ config }) => {
    const host = ['0.0.0.0', '::'].includes(config.host) ? '127.0.0.1' : config.host;
    const url = `http://${host.includes(':') ? `[${host}]` : host}:${config.port}`;
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(4_000) }).catch(() => undefined);
    const report = (await answer?.json().catch(() => undefined)) as Readiness | undefined;
    if (report?.checks) return readiness(url, report);
    if (!answer && (await isPortFree(config.port, config.host)))
      return [
        warning(
          [`端口 ${config.port} 空闲：服务没有在这里运行`, `port ${config.port} is free: no desk runs here`],
          ['如在别处运行可忽略；否则请启动', 'start it, unless it runs on another machine or port'],
        ),
      ];
    return [
      failing(
        [`端口 ${config.port} 被其他程序占用`, `port ${config.port} is taken by another program`],
        ['停止那个程序，或设置 PORT', 'stop that program, or set PORT to another one'],
      ),
    ];
  },
};

function readiness(url: string, { ready, checks }: Readiness) {
  const bad = Object.entries(checks).filter(([, state]) => state !== 'ok' && state !== 'off');
  const names = bad.map(([name, state]) => `${name} ${state}`).join(', ');
  if (!ready)
    return [
      failing(
        [`${url} 未就绪：${names || '正在退出'}`, `${url} is not ready: ${names || 'it is closing'}`],
        ['检查所列的依赖', 'look at what is named'],
      ),
    ];
  if (bad.length > 0)
    return [
      warning(
        [`${url} 已就绪，但有降级：${names}`, `${url} is ready, in part: ${names}`],
        ['恢复后会自动回到正常', 'it recovers by itself when they are back'],
      ),
    ];
  return [ok(`${url} 已就绪`, `${url} is ready`)];
}
