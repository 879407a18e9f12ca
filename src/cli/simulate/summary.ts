import { calibration } from './people/told-wait.js';
import type { Summary } from './run.js';
import { errorsOf, milliseconds, seconds } from './watch.js';

/** The figures of a run and whether its ledger holds, for people. */
export function summaryOf(summary: Summary): string {
  const { meter, sights, conversations, visits, unacked, unread, checkedAgainst, differences, differenceCount } =
    summary;
  const percentiles = (what: string, show: (value: number | undefined) => string) =>
    [50, 95, 99].map((percent) => show(meter.percentile(what, percent))).join(' / ');
  const counts = Object.entries(meter.counts).map(([what, count]) => `${what} ${count}`);
  const told = calibration(meter);
  const lines = [
    '',
    `${visits} visits in ${Math.round(summary.seconds)} s, ${conversations} conversations`,
    `  ${counts.join(', ')}`,
    `  等待 wait for a person, s p50/p95/p99: ${percentiles('wait', seconds)}`,
    ...(told ? [`  预计等待 told wait: ${told}`] : []),
    `  机器人 bot, ms: ${percentiles('bot', milliseconds)}`,
    `  消息确认 message ack, ms: ${percentiles('message', milliseconds)} · 其他 other asks: ${percentiles('other', milliseconds)}`,
    `  ${errorsOf(meter.errors) || '没有错误 no errors'}`,
    `  ${memory(sights)}`,
    `  未确认 never acknowledged: ${unacked}${unread > 0 ? ` · 未核对 not checked: ${unread}` : ''}`,
    '',
    differenceCount === 0
      ? `✓ 账本与 ${checkedAgainst} 一致 · the ledger agrees with ${checkedAgainst}`
      : `✗ ${differenceCount} 处不一致 · differences between the ledger and ${checkedAgainst}:`,
    ...differences.map(({ kind, conversationId, detail }) => `  ${kind} ${conversationId}: ${detail}`),
  ];
  if (summary.ledgerPath) lines.push(`  账本 the ledger is kept in ${summary.ledgerPath}`);
  return lines.join('\n');
}

/** Own and the server's memory over the run, in about six figures. */
function memory(sights: Summary['sights']): string {
  const step = Math.max(1, Math.ceil(sights.length / 6));
  const shown = sights.filter((_, position) => position % step === 0 || position === sights.length - 1);
  const server = shown.map(({ serverMemory }) => serverMemory ?? '–').join(' ');
  return `内存 memory, MB: own ${shown.map(({ ownMemory }) => ownMemory).join(' ')} · server ${server}`;
}
