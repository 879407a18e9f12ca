import { CloseOutlined } from '@ant-design/icons';
import { Button, InputNumber } from 'antd';
import { useId } from 'react';
import {
  RETENTION_DEEDS,
  RETENTION_LIMITS,
  type RetentionDeed,
  type RetentionPreviewView,
  type RetentionProblem,
  type RetentionRule,
  retentionDays,
} from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { useRetentionTexts } from './texts.js';

/** After how many days what happens to the cases of one category. */
export function RuleRow({
  name,
  isSub,
  rule,
  counted,
  isCounting,
  problems,
  onDays,
  onRemove,
}: {
  name: string;
  isSub: boolean;
  rule: RetentionRule | undefined;
  counted: RetentionPreviewView['items'][number] | undefined;
  isCounting: boolean;
  problems: RetentionProblem[];
  onDays: (deed: RetentionDeed, days: number | undefined) => void;
  onRemove: () => void;
}) {
  const { pick } = useLanguage();
  const texts = useRetentionTexts();
  const id = useId();
  return (
    <div className={isSub ? 'retention-rule retention-sub' : 'retention-rule'}>
      <b>{name}</b>
      {RETENTION_DEEDS.map((deed) => {
        const isWrong = problems.some(({ path }) => path.endsWith(`.${deed}AfterDays`));
        return (
          <label key={deed} className="retention-field" htmlFor={`${id}-${deed}`}>
            <span>{texts('days', { deed: texts(deed) })}</span>
            <InputNumber<number>
              id={`${id}-${deed}`}
              aria-label={`${name} · ${texts('days', { deed: texts(deed) })}`}
              min={RETENTION_LIMITS.leastDays[deed]}
              max={RETENTION_LIMITS.days}
              precision={0}
              placeholder={texts('never')}
              value={(rule && retentionDays(rule, deed)) ?? null}
              status={isWrong ? 'error' : ''}
              onChange={(days) => onDays(deed, days ?? undefined)}
            />
          </label>
        );
      })}
      <span className="retention-touch retention-quiet" role="status">
        {problems.length > 0 ? (
          <span className="field-error">{problems.map(({ fix }) => pick(fix)).join('；')}</span>
        ) : (
          <Touched counted={counted} isCounting={isCounting} hasRule={rule !== undefined} />
        )}
      </span>
      {isSub && (
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined aria-hidden />}
          aria-label={texts('remove', { name })}
          onClick={onRemove}
        />
      )}
    </div>
  );
}

function Touched({
  counted,
  isCounting,
  hasRule,
}: {
  counted: RetentionPreviewView['items'][number] | undefined;
  isCounting: boolean;
  hasRule: boolean;
}) {
  const texts = useRetentionTexts();
  if (!hasRule) return null;
  if (!counted) return isCounting ? texts('counting') : null;
  const parts = RETENTION_DEEDS.filter((deed) => counted.cases[deed] > 0).map((deed) =>
    texts(`touch.${deed}`, { count: counted.cases[deed] }),
  );
  if (counted.kept > 0) parts.push(texts('touch.kept', { count: counted.kept }));
  return parts.length > 0 ? parts.join(' · ') : texts('nothing');
}
