import { Button, Dropdown } from 'antd';
import { useId } from 'react';
import { type PolicyPresetView, PRIORITIES, type ShopTier, type SlaProblem } from '../../../../../contract/index.js';
import { useLanguage } from '../../../i18n/i18n.js';
import { PriorityMark } from '../../../lists/priority-mark.js';
import { writeDuration } from '../../../sla/duration.js';
import { DurationInput } from '../duration-input.js';
import { useMayEdit } from '../editable.js';
import {
  COLUMNS,
  type Column,
  isChat,
  kindOf,
  type PolicyDraft,
  silenceOf,
  type TargetKey,
  takePreset,
} from './policy-draft.js';
import { usePolicyTexts } from './texts.js';

/** The targets of one tier: priorities down, modes and kinds across. Where nothing stands, what answers instead is written in. */
export function PolicyTable({
  tier,
  draft,
  presets,
  problems,
  onChange,
}: {
  tier: ShopTier;
  draft: PolicyDraft;
  presets: readonly PolicyPresetView[];
  problems: readonly SlaProblem[];
  onChange: (change: Partial<PolicyDraft>) => void;
}) {
  const { t, pick, locale } = useLanguage();
  const texts = usePolicyTexts();
  const mayEdit = useMayEdit();
  const id = useId();
  const errorAt = (key: TargetKey) => {
    if (typeof draft[key] === 'string') return texts('unreadable');
    const problem = problems.find(({ path }) => path === `targets.${key}`);
    return problem && pick(problem.fix);
  };
  const silence = (key: TargetKey): { text: string; isDefault: boolean } => {
    const found = silenceOf(draft, key, presets);
    if (found.is === 'default')
      return { text: texts('byDefault', { duration: writeDuration(found.seconds, locale) }), isDefault: true };
    return { text: texts(found.is === 'as_message' ? 'asMessage' : 'none'), isDefault: false };
  };
  const columnName = (column: Column) =>
    `${texts(isChat(column) ? 'chat' : 'asynchronous')} · ${t(`sla.${kindOf(column)}`)}`;
  const cellClass = (key: TargetKey, isDefault: boolean) => {
    const silent = draft[key] === null ? (isDefault ? ' sla-cell-default' : ' sla-cell-none') : '';
    return `sla-cell${silent}${key.endsWith('chat.next_response') ? ' sla-chat-end' : ''}`;
  };
  const take = (key: string) =>
    onChange(
      takePreset(
        tier,
        presets.find((preset) => preset.key === key),
      ),
    );
  return (
    <section className="sheet sla-part" aria-labelledby={id}>
      <header className="sla-part-head">
        <h3 id={id}>{t(`tier.${tier}`)}</h3>
        {mayEdit && (
          <Dropdown
            trigger={['click']}
            menu={{
              items: [
                ...presets.map((preset) => ({
                  key: preset.key,
                  label: texts('presetNamed', { name: pick(preset.name) }),
                })),
                { type: 'divider' },
                { key: 'empty', label: texts('leaveToDefault') },
              ],
              onClick: ({ key }) => take(key),
            }}
          >
            <Button size="small">{texts('takePreset')}</Button>
          </Dropdown>
        )}
      </header>
      <table className="sla-matrix">
        <thead>
          <tr>
            <td rowSpan={2} className="sla-corner" />
            <th colSpan={2} scope="colgroup" className="sla-group">
              {texts('chat')}
              <small>{texts('chatHint')}</small>
            </th>
            <th colSpan={4} scope="colgroup" className="sla-group">
              {texts('asynchronous')}
              <small>{texts('asynchronousHint')}</small>
            </th>
          </tr>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className="sla-column">
                {t(`sla.${kindOf(column)}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {PRIORITIES.map((priority) => (
            <tr key={priority} className="sla-row">
              <th scope="row" className="sla-row-name">
                <PriorityMark priority={priority} />
                <span>{t(`priority.${priority}`).slice(2)}</span>
              </th>
              {COLUMNS.map((column) => {
                const key: TargetKey = `${tier}.${priority}.${column}`;
                const { text, isDefault } = silence(key);
                return (
                  <td key={column} className={cellClass(key, isDefault)}>
                    <span className="sla-cell-name" aria-hidden>
                      {columnName(column)}
                    </span>
                    <DurationInput
                      label={`${t(`tier.${tier}`)} ${priority} ${columnName(column)}`}
                      value={draft[key]}
                      placeholder={text}
                      error={errorAt(key)}
                      onChange={(value) => onChange({ [key]: value })}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
