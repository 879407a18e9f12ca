import { type ReactNode, useState } from 'react';
import {
  type PolicyPresetView,
  type PolicyTargets,
  type PolicyView,
  policyProblems,
} from '../../../../../contract/index.js';
import { useLanguage } from '../../../i18n/i18n.js';
import { useDraft } from '../../../shared/use-draft.js';
import { writeDuration } from '../../../sla/duration.js';
import { DraftForm } from '../../draft-form.js';
import { Editable, useMayEdit } from '../editable.js';
import { NoteField } from '../note-field.js';
import type { Draft } from '../preview/draft.js';
import { outlookOfPolicy, useSavePolicy } from '../queries.js';
import { refusedFields } from '../refused.js';
import { RetimeChoice } from '../retime-choice.js';
import { RetimeOutlook } from '../retime-outlook.js';
import { useSlaTexts } from '../texts.js';
import {
  ALL_TARGETS,
  flatten,
  type PolicyDraft,
  silenceOf,
  type Target,
  type TargetKey,
  TIERS,
  unflatten,
} from './policy-draft.js';
import { PolicyHistory } from './policy-history.js';
import { PolicyTable } from './policy-table.js';
import { usePolicyTexts } from './texts.js';
import { useTargetName } from './use-target-name.js';

const serverDraft = ({ version, targets }: PolicyView) => ({ version, draft: flatten(targets) });

/** The matrix of targets, what becomes of the clocks that run, and the versions before. */
export function PolicyEditor({
  policy,
  presets,
  preview,
}: {
  policy: PolicyView;
  presets: readonly PolicyPresetView[];
  preview: (draft: Draft) => ReactNode;
}) {
  const { locale } = useLanguage();
  const texts = usePolicyTexts();
  const slaTexts = useSlaTexts();
  const mayEdit = useMayEdit();
  const targetName = useTargetName();
  const form = useDraft<PolicyDraft>(serverDraft(policy));
  const [note, setNote] = useState('');
  const [retime, setRetime] = useState(false);
  const saving = useSavePolicy(() => {
    setNote('');
    setRetime(false);
  });
  const targets = unflatten(form.draft);
  const problems = targets ? policyProblems(targets) : [];
  const written = (value: Target) => (typeof value === 'number' ? writeDuration(value, locale) : (value ?? ''));
  const isOfDefault = (key: TargetKey) =>
    form.draft[key] === null && silenceOf(form.draft, key, presets).is === 'default';
  const uncovered = ALL_TARGETS.filter(isOfDefault).length;
  return (
    <div className="sla-columns">
      <div className="sla-editor">
        <p className="sla-state">
          <b>{slaTexts('version', { version: policy.version })}</b>
          <span>{texts('running', { current: policy.runningClocks, older: policy.olderClocks })}</span>
          <span className={uncovered > 0 ? 'badge badge-warn' : 'badge badge-ok'}>
            {uncovered > 0 ? texts('uncovered', { count: uncovered }) : texts('covered')}
          </span>
        </p>
        <DraftForm
          form={form}
          saving={saving}
          toSave={() => (targets && problems.length === 0 ? { targets, note: note.trim(), retime } : undefined)}
          draftOf={serverDraft}
          field={(key, draft) => ({ label: targetName(key), value: written(draft[key]) })}
          label={slaTexts('policies')}
        >
          {() => (
            <Editable>
              {mayEdit && <p className="field-hint sla-how">{texts('howTo')}</p>}
              {TIERS.map((tier) => (
                <PolicyTable
                  key={tier}
                  tier={tier}
                  draft={form.draft}
                  presets={presets}
                  problems={[...problems, ...refusedFields(saving.error)]}
                  onChange={form.set}
                />
              ))}
              {form.isDirty && (
                <section className="sheet sla-part" aria-label={slaTexts('beforeSaving')}>
                  <NoteField note={note} onChange={setNote} />
                  <RetimeChoice
                    retime={retime}
                    running={policy.runningClocks + policy.olderClocks}
                    outlook={
                      targets && problems.length === 0 ? (
                        <RetimeOutlook draft={targets} ask={() => outlookOfPolicy(targets)} />
                      ) : undefined
                    }
                    onChange={setRetime}
                  />
                </section>
              )}
            </Editable>
          )}
        </DraftForm>
        <PolicyHistory current={policy} onTake={(taken: PolicyTargets) => form.set(flatten(taken))} />
      </div>
      {preview({ targets: form.isDirty ? targets : undefined, isWrong: targets === undefined || problems.length > 0 })}
    </div>
  );
}
