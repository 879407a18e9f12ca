import type { Locale } from '../../../../../contract/index.js';
import { useDesk } from '../../state/context.js';

const zhCN = {
  rated: (score: number) => `谢谢您的评价：${score} 星`,
  ticketOpened: (number: string) => `已为您创建工单 ${number}`,
  agentJoined: (name: string) => `客服 ${name} 为您服务`,
  handedOver: (team: string) => `已转交 ${team} 处理`,
  returnedToQueue: '正在为您安排其他同事，您的排队位置保留',
  identified: (name: string) => `已确认身份：${name}`,
  statusChanged: (value: string) => `工单状态：${value}`,
  reopened: '工单已重新打开',
  ratingRequested: '邀请您评价这次服务',
};

type LineTexts = typeof zhCN;

const en: LineTexts = {
  rated: (score) => `Thank you for your rating: ${score} ${score === 1 ? 'star' : 'stars'}`,
  ticketOpened: (number) => `Case ${number} opened`,
  agentJoined: (name) => `${name} joined`,
  handedOver: (team) => `Passed on to ${team}`,
  returnedToQueue: 'We are finding you another colleague. You keep your place.',
  identified: (name) => `Identity confirmed: ${name}`,
  statusChanged: (value) => `Case: ${value}`,
  reopened: 'Case reopened',
  ratingRequested: 'We would like to hear how we did',
};

const lineTexts: Record<Locale, LineTexts> = { 'zh-CN': zhCN, en };

/** The words of the lines of the system, in the reader's language. */
export function useLineTexts(): LineTexts {
  return lineTexts[useDesk().store.get().locale];
}
