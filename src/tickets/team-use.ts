import type { LocalizedText } from '../contract/index.js';
import type { TeamUse } from '../people/index.js';
import { FRONTLINE_TEAM } from './categories/unsorted.js';
import { ACTIVE_STATUSES } from './transitions.data.js';

const SHOWN = 3;

/** What of ours still needs a team: its open cases, and the categories that send cases to it. */
export const useOfTeam: TeamUse = async (tx, { id, key }) => {
  const row = await tx.one<{ open: number; numbers: string[] }>(
    `SELECT count(*)::int AS open, (array_agg(number ORDER BY opened_at))[1:${SHOWN}] AS numbers
     FROM tickets WHERE team_id = $1 AND status = ANY($2)`,
    [id, ACTIVE_STATUSES],
  );
  const targets = await tx.query<{ category: LocalizedText; name: LocalizedText }>(
    `SELECT c.name AS category, s.name FROM sub_categories s JOIN categories c ON c.key = s.category
     WHERE s.team_key = $1 AND s.archived_at IS NULL ORDER BY c.key, s.position`,
    [key],
  );
  const uses: LocalizedText[] = [];
  if (row?.open) uses.push(openCases(row.open, row.numbers));
  const named = (locale: keyof LocalizedText) =>
    targets.map(({ category, name }) => `${category[locale]} › ${name[locale]}`);
  if (targets.length > 0)
    uses.push({
      'zh-CN': `问题类型 ${named('zh-CN').join('、')} 会分配给它`,
      en: `the categories ${named('en').join(', ')} send cases to it`,
    });
  if (key === FRONTLINE_TEAM)
    uses.push({ 'zh-CN': '未分类的工单都先到这个小组', en: 'cases without a category come to it first' });
  return uses;
};

function openCases(count: number, numbers: string[]): LocalizedText {
  const some = numbers.join(', ') + (count > numbers.length ? ' …' : '');
  return { 'zh-CN': `有 ${count} 个未完结的工单（${some}）`, en: `it has ${count} open cases (${some})` };
}
