import type { Locale, PublicTicketView, TicketStatus } from '../../contract/index.js';
import { STATUS_WORDS } from './status.texts.js';

type Line = PublicTicketView['timeline'][number];

/** One line of the timeline as the customer reads it; undefined for kinds that say nothing to them. */
export function timelineWords(line: Line, locale: Locale, time: (at: string) => string): string | undefined {
  const zh = locale === 'zh-CN';
  const { name, team, from, to, score, promisedAt, basis } = line.data as {
    name?: string;
    team?: Record<Locale, string>;
    from?: TicketStatus;
    to?: TicketStatus;
    score?: number;
    promisedAt?: string;
    basis?: string;
  };
  switch (line.kind) {
    case 'opened':
      return zh ? '收到您的问题，工单已建立' : 'We received your question and opened this case';
    case 'assigned':
      if (!name) return undefined;
      return zh ? `客服${name}开始处理` : `${name} is taking care of it`;
    case 'handed_over':
      if (!team?.[locale]) return undefined;
      return zh ? `已转交${team[locale]}继续处理` : `Handed on to ${team[locale]}`;
    case 'status':
      return to && statusWords(from, to, locale);
    case 'promised':
      if (!promisedAt) return undefined;
      return zh
        ? `承诺在 ${time(promisedAt)} 前给您结果${basis ? `：${basis}` : ''}`
        : `We promised you a result by ${time(promisedAt)}${basis ? `: ${basis}` : ''}`;
    case 'rated':
      return zh ? `您给出了 ${score} 分的评价` : `You rated us ${score} of 5`;
    default:
      return undefined;
  }
}

function statusWords(from: TicketStatus | undefined, to: TicketStatus, locale: Locale): string {
  const zh = locale === 'zh-CN';
  if (to !== 'open') return STATUS_WORDS[locale][to].sentence;
  if (from === 'pending') return zh ? '收到您的回复，继续处理' : 'We heard from you and went on';
  if (from === 'on_hold') return zh ? '等待结束，继续处理' : 'What we waited for has come; we went on';
  if (from === 'new') return zh ? '开始处理' : 'We began to work on it';
  return zh ? '问题重新打开，继续处理' : 'Opened again; we went on';
}
