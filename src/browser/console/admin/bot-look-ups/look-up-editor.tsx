import { Button } from 'antd';
import type { BotLookUpView } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { PageFrame } from '../../shared/page-frame.js';
import { useDraft } from '../../shared/use-draft.js';
import { DraftForm } from '../draft-form.js';
import { useAdminTexts } from '../texts.js';
import { draftOf, faultsOf, inputOf, type LookUpDraft } from './look-up-draft.js';
import { LookUpForm } from './look-up-form.js';
import { LookUpTrial } from './look-up-trial.js';
import { useEditLookUp } from './queries.js';
import { useLookUpTexts } from './texts.js';

/** One look-up: its settings, and a trial. */
export function LookUpEditor({ lookUp }: { lookUp: BotLookUpView }) {
  const { pick } = useLanguage();
  const texts = useLookUpTexts();
  const adminTexts = useAdminTexts();
  const form = useDraft<LookUpDraft>(draftOf(lookUp));
  const labels: Record<keyof LookUpDraft, string> = {
    name: texts('name'),
    category: texts('category'),
    needsInput: texts('needsInput'),
    label: texts('label'),
    format: texts('format'),
    example: texts('example'),
    words: texts('words_zh'),
    url: texts('url'),
    enabled: texts('enabled'),
  };
  const shown = (key: keyof LookUpDraft, draft: LookUpDraft): string => {
    if (key === 'words') return [...draft.words['zh-CN'], ...draft.words.en].join('、');
    if (key === 'enabled') return texts(draft.enabled ? 'on' : 'off');
    if (key === 'format') return texts(`format_${draft.format}`);
    const value = draft[key];
    return typeof value === 'object' ? pick(value) : String(value);
  };
  return (
    <PageFrame
      title={pick(lookUp.name)}
      intro={lookUp.key}
      actions={<Button onClick={() => goTo(adminAddress('bot-look-ups'))}>{adminTexts('back')}</Button>}
    >
      <div className="look-up-editor">
        <section className="sheet staff-part">
          <DraftForm
            form={form}
            saving={useEditLookUp(lookUp.id)}
            toSave={() => (faultsOf(form.draft).length > 0 ? undefined : inputOf(form.draft))}
            draftOf={draftOf}
            field={(key, draft) => ({ label: labels[key], value: shown(key, draft) })}
            label={texts('settings')}
            className="staff-form"
          >
            {({ tried, refused }) => (
              <LookUpForm draft={form.draft} tried={tried} refused={refused} onChange={form.set} />
            )}
          </DraftForm>
        </section>
        <LookUpTrial lookUp={lookUp} disabled={form.isDirty} />
      </div>
    </PageFrame>
  );
}
