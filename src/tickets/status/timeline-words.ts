import type { Locale, PublicTicketView, TicketStatus } from '../../contract/index.js';
import { STATUS_WORDS } from './status.texts.js';

type Line = PublicTicketView['timeline'][number];

/** One line of the timeline as the customer reads it; undefined for kinds that say nothing to them. */
export function timelineWords(line: Line, locale: Locale, time: (at: string) => string): string | undefined {
  const zh = locale === 'zh-CN';
  const { name, team, from, to, score, promisedAt, basis, way, into } = line.data as {
    name?: string;
    team?: Record<Locale, string>;
    from?: TicketStatus;
    to?: TicketStatus;
    score?: number;
    promisedAt?: string;
    basis?: string;
    way?: string;
    into?: string;
  };
  switch (line.kind) {
    case 'opened':
      return openedWords(way, zh);
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
    case 'merged':
      if (into) return zh ? `与您的工单 ${into} 合并处理` : `Joined with your case ${into}`;
      return zh
        ? '与同类问题合并处理，进度照常在这里更新'
        : 'Now dealt with together with others like it; progress goes on showing here';
    case 'confirmed':
      return zh ? '您已确认解决' : 'You confirmed that it is solved';
    case 'nudged':
      return zh ? '您催了一次单，同事已收到提醒' : 'You hurried us, and we were told';
    case 'rated':
      return zh ? `您给出了 ${score} 分的评价` : `You rated us ${score} of 5`;
    default:
      return undefined;
  }
}

function openedWords(way: string | undefined, zh: boolean): string {
  switch (way) {
    case 'asked':
      return zh ? '您要求人工服务，工单已建立' : 'You asked for a person, and we opened this case';
    case 'passed_on':
      return zh ? '长明助手已转人工，工单已建立' : 'Our assistant passed you on to a person, and this case was opened';
    case 'stepped_in':
      return zh ? '客服主动接手，工单已建立' : 'One of us stepped in and opened this case';
    default:
      return zh ? '收到您的问题，工单已建立' : 'We received your question and opened this case';
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
