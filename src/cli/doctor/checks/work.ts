import { outboxLag } from '../../../platform/outbox/index.js';
import { type Check, type Finding, failing, ok, warning } from '../check.js';

const LATE_SECONDS = 60;

/** Whether what was written is carried on to those who follow it. */
export const events: Check = {
  id: 'events',
  title: { zh: '事件', en: 'Events' },
  look: async ({ database: pool, local }) => {
    const lag = await outboxLag({ one: async (text: string) => (await pool().query(text)).rows[0] });
    const found: Finding[] = [];
    const age = Math.round(lag.lagSeconds);
    const says = [
      `${lag.events} 个事件待处理，最久 ${age} 秒`,
      `${lag.events} events on their way, the oldest for ${age} s`,
    ] as [string, string];
    if (lag.lagSeconds <= LATE_SECONDS || local === 'stopped') found.push(ok(...says));
    else
      found.push(
        failing(says, [
          '确认有 ROLE=worker 或 all 的进程在运行，并查看其日志',
          'is a process with ROLE=worker or all running? Look at its log',
        ]),
      );
    if (lag.haltedKeys > 0)
      found.push(
        failing(
          [
            `${lag.haltedKeys} 个键停住，等待人工处理`,
            `${lag.haltedKeys} key(s) halted: their cases stand still until a person helps`,
          ],
          ['运行 npm run dead-letters -- list', 'run npm run dead-letters -- list'],
        ),
      );
    if (lag.deadLetters > 0)
      found.push(
        warning(
          [`${lag.deadLetters} 个死信`, `${lag.deadLetters} dead letter(s)`],
          ['运行 npm run dead-letters -- list', 'run npm run dead-letters -- list'],
        ),
      );
    return found;
  },
};

/** Whether what is due is done. */
export const work: Check = {
  id: 'work',
  title: { zh: '时效与任务', en: 'Due work' },
  look: async ({ config, database: pool, local }) => {
    const { rows } = await pool().query<{ late: number; oldest: number }>(
      `SELECT count(*)::int AS late, coalesce(extract(epoch FROM desk_now() - min(next_rung_at)), 0)::int AS oldest
         FROM clocks WHERE next_rung_at < desk_now() - make_interval(secs => ${LATE_SECONDS})`,
    );
    const { late = 0, oldest = 0 } = rows[0] ?? {};
    const found: Finding[] = [];
    if (late === 0 || local === 'stopped') found.push(ok('没有漏掉的时效升级', 'no escalation is late'));
    else
      found.push(
        failing(
          [
            `${late} 个应升级的时效未处理，最久 ${oldest} 秒`,
            `${late} escalations are late, the oldest by ${oldest} s`,
          ],
          [
            '确认有 ROLE=worker 或 all 的进程在运行',
            'is a process with ROLE=worker or all running? Its log says why the sla sweep fails',
          ],
        ),
      );
    if (!config.redisUrl) {
      const { rows: jobs } = await pool().query<{ failed: number; waiting: number; overdue: string | null }>(
        `SELECT count(*) FILTER (WHERE state = 'failed')::int AS failed,
                count(*) FILTER (WHERE state = 'waiting' AND added_at_ms < extract(epoch FROM now()) * 1000 - 600000)::int AS waiting,
                (SELECT string_agg(scheduler_id, ', ') FROM bullmq.scheduler
                  WHERE next_run_ms < extract(epoch FROM now()) * 1000 - 600000) AS overdue FROM bullmq.job`,
      );
      found.push(...jobFindings(jobs[0], local === 'stopped'));
    }
    return found;
  },
};

function* jobFindings(
  jobs: { failed: number; waiting: number; overdue: string | null } | undefined,
  stopped: boolean,
): Iterable<Finding> {
  if (!jobs) return;
  if (!stopped && (jobs.overdue || jobs.waiting > 0))
    yield warning(
      [
        `${jobs.waiting} 个任务等待超过 10 分钟；到期未跑：${jobs.overdue ?? '无'}`,
        `${jobs.waiting} jobs have waited for 10 minutes; overdue: ${jobs.overdue ?? 'none'}`,
      ],
      ['确认有工作进程在运行', 'is a worker running?'],
    );
  if (jobs.failed > 0)
    yield warning(
      [`${jobs.failed} 个任务重试后仍失败（14 天内）`, `${jobs.failed} jobs used up their tries (within 14 days)`],
      ['查看日志中的 a job failed', "look for 'a job failed' in the log"],
    );
  else yield ok('没有失败的任务', 'no job has failed');
}
