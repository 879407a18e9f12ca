import { Injectable } from '@nestjs/common';
import { checkForm, type MacroDeeds, type MacroSettings } from '../../contract/index.js';
import type { StaffPrincipal } from '../../people/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { refuse } from '../../platform/errors/index.js';
import { Categories } from '../categories/categories.service.js';
import { isTeam, mayKeep } from './kept.sql.js';
import { NO_SUCH_TEAM, type Refusal } from './kept-admin.js';

const fix = (path: string, zh: string, en: string): Refusal => ({ path, fix: { 'zh-CN': zh, en } });

/** What a macro may be, as far as the desk stands: whatever could never be carried out is not kept. */
@Injectable()
export class MacroRules {
  constructor(private readonly categories: Categories) {}

  /** @param before what was saved before stays good @throws DeskError `invalid_input` */
  async check(tx: Transaction, by: StaffPrincipal, settings: MacroSettings, before?: MacroSettings): Promise<void> {
    const { deeds, teamId } = settings;
    const found: Refusal[] = [];
    if (teamId !== undefined && teamId !== before?.teamId && !((await isTeam(tx, teamId)) && mayKeep(by, teamId)))
      found.push(NO_SUCH_TEAM);
    found.push(...(await this.checkForm(tx, deeds)), ...(await checkAssignment(tx, deeds)));
    if (deeds.status === 'new') found.push(fix('deeds.status', '工单不能退回待受理', 'No case becomes new again'));
    const twice = deeds.addTags?.find((tag) => deeds.removeTags?.includes(tag));
    if (twice)
      found.push(
        fix('deeds.removeTags', `“${twice}”既要添加又要去掉`, `“${twice}” is both to be added and to be removed`),
      );
    refuse(found);
  }

  private async checkForm(tx: Transaction, deeds: MacroDeeds): Promise<Refusal[]> {
    const { category, subCategory, fields } = deeds;
    if (!subCategory)
      return fields ? [fix('deeds.fields', '填写表单前请先选择小类', 'Choose the sub-category of these fields')] : [];
    const sub = category && (await this.categories.find(tx, category, subCategory));
    if (!sub || sub.archived)
      return [fix('deeds.subCategory', '请选择这个类型下的小类', 'Choose a sub-category of this category')];
    const { problems, hidden } = checkForm(sub.form, fields ?? {}, { needed: [] });
    return [
      ...problems.map(({ key, fix: way }): Refusal => ({ path: `deeds.fields.${key}`, fix: way })),
      ...hidden.map((key) =>
        fix(`deeds.fields.${key}`, '按其他几项的回答，这一项不用填写', 'is not asked, as the other answers stand'),
      ),
    ];
  }
}

async function checkAssignment(tx: Transaction, { assign }: MacroDeeds): Promise<Refusal[]> {
  if (assign?.to !== 'team') return [];
  if (!(await isTeam(tx, assign.teamId))) return [fix('deeds.assign.teamId', '没有这个小组', 'There is no such team')];
  if (!assign.staffId) return [];
  const member = await tx.one(
    `SELECT 1 FROM team_members m JOIN staff s ON s.id = m.staff_id
     WHERE m.team_id = $1 AND m.staff_id = $2 AND s.disabled_at IS NULL`,
    [assign.teamId, assign.staffId],
  );
  return member ? [] : [fix('deeds.assign.staffId', '不是这个小组的成员', 'Nobody of this team')];
}
