import type { RetentionSettings, RetentionSettingsView } from '../../../../contract/index.js';
import { PageFrame } from '../../shared/page-frame.js';
import { QueryState } from '../../shared/query-state.js';
import { useDraft } from '../../shared/use-draft.js';
import { DraftForm } from '../draft-form.js';
import { Holds } from './holds.js';
import { useRetention, useSaveRetention } from './queries.js';
import { RulesForm } from './rules-form.js';
import { Runs } from './runs.js';
import { useRetentionTexts } from './texts.js';
import { useProblems } from './use-problems.js';
import './retention.css';

/** How long cases are kept, what was done about it, and which are kept whatever comes. */
export default function RetentionPage() {
  return <QueryState query={useRetention()}>{(view) => <Loaded view={view} />}</QueryState>;
}

function Loaded({ view }: { view: RetentionSettingsView }) {
  const texts = useRetentionTexts();
  const form = useDraft<RetentionSettings>(serverDraft(view));
  const problems = useProblems(form.draft);
  return (
    <PageFrame title={texts('title')} intro={texts('intro')}>
      <DraftForm
        form={form}
        saving={useSaveRetention()}
        toSave={() => (problems.length > 0 ? undefined : { settings: form.draft })}
        draftOf={serverDraft}
        field={(_, { rules }) => ({
          label: texts('rules'),
          value: rules.length === 0 ? texts('none') : String(rules.length),
        })}
        label={texts('rules')}
      >
        {() => <RulesForm draft={form.draft} problems={problems} onChange={form.set} />}
      </DraftForm>
      <Runs mayRun={!form.isDirty && view.settings.rules.length > 0} />
      <Holds />
    </PageFrame>
  );
}

const serverDraft = ({ version, settings }: RetentionSettingsView) => ({ version, draft: settings });
