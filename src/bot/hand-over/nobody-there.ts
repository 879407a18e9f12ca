import type { Locale } from '../../contract/index.js';
import { marketTime } from '../market-time.js';

/** What one says to whom nobody can come now: when people are back, what becomes of the case, and the way that is left. */
export function nobodyThereText(locale: Locale, number: string, opensAt: Date | undefined): string {
  const when = opensAt && marketTime(opensAt, locale);
  if (locale === 'zh-CN') {
    const back = when ? `人工客服 ${when} 恢复服务` : '人工客服现在不在线';
    return `${back}。您的问题已记为工单 ${number}，客服上班后会按顺序答复，不用再说一遍；想到什么可以随时在这里补充。如果更希望电话沟通，可以选择“请求回电”。`;
  }
  const back = when ? `Our people are back on ${when}` : 'None of our people is here at the moment';
  return `${back}. Your case is ${number}: it is answered in order, and you need not explain it again. Add whatever comes to mind right here. If you would rather talk, choose “Get a call”.`;
}
