import type { Config } from '../../config.js';
import { type Check, type Examined, type Finding, failing, warning } from './check.js';

/** A neighbour that is dead must not hold up what can be said of the others. */
const PATIENCE_MILLISECONDS = 6_000;

export interface Report {
  id: string;
  title: Check['title'];
  findings: Finding[];
}

/** All checks at once, each within its time. */
export async function examine(
  desk: Examined,
  checks: readonly Check[],
  patience = PATIENCE_MILLISECONDS,
): Promise<Report[]> {
  return await Promise.all(
    checks.map(async (check) => ({ id: check.id, title: check.title, findings: await look(check, desk, patience) })),
  );
}

async function look(check: Check, desk: Examined, patience: number): Promise<Finding[]> {
  if (!desk.config && !check.always)
    return [
      warning(
        ['未检查：配置有误', 'not looked at: the configuration is not usable'],
        ['请先修改配置', 'mend the configuration first'],
      ),
    ];
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Finding[]>((resolve) => {
    const seconds = patience / 1_000;
    const finding = failing(
      [`${seconds} 秒内没有回应`, `no answer within ${seconds} s`],
      ['检查该服务是否在运行、网络是否可达', 'see whether it runs, and whether this machine can reach it'],
    );
    timer = setTimeout(resolve, patience, [finding]);
  });
  const found = check.look(desk as Examined & { config: Config }).catch((error: Error & { code?: string }) => {
    if (desk.local === 'stopped' && error.code === 'ECONNREFUSED')
      return [
        warning(['npm start 未运行', 'npm start does not run'], ['运行 npm start 后再看', 'look again while it runs']),
      ];
    const reason = error.message || error.code || String(error);
    return [
      failing(
        [`无法检查：${reason}`, `cannot be looked at: ${reason}`],
        ['检查该服务的地址、账号和日志', 'check its address, its account and its log'],
      ),
    ];
  });
  return await Promise.race([found, late]).finally(() => clearTimeout(timer));
}

/** 0 all is well, 1 something wants a look, 2 something does not work. */
export function exitCode(reports: readonly Report[]): 0 | 1 | 2 {
  const states = new Set(reports.flatMap(({ findings }) => findings.map(({ state }) => state)));
  return states.has('failing') ? 2 : states.has('warning') ? 1 : 0;
}
