import type { LocalizedText } from '../../contract/index.js';
import { DeskError } from './desk-error.js';

const MOST = 20;

/** @throws DeskError `invalid_input` naming every wrong field and its fix; nothing when there is none */
export function refuse(problems: readonly { path: string; fix: LocalizedText }[]): void {
  const [first] = problems;
  if (!first) return;
  const detail: LocalizedText = { 'zh-CN': `${first.fix['zh-CN']}。`, en: `${first.fix.en}.` };
  throw new DeskError('invalid_input', {
    detail,
    errors: problems.slice(0, MOST).map(({ path, fix }) => ({ path, message: fix.en })),
  });
}
