import { type BotSettings, type BotSettingsView, botSettingsProblems } from '../../../../contract/index.js';
import { PageFrame } from '../../shared/page-frame.js';
import { QueryState } from '../../shared/query-state.js';
import { useDraft } from '../../shared/use-draft.js';
import { DraftForm } from '../draft-form.js';
import { useBotSettings, useSaveBotSettings } from './queries.js';
import { ReplayPanel } from './replay/replay-panel.js';
import { SettingsForm } from './settings-form.js';
import { useBotSettingsTexts } from './texts.js';
import { useSettingWords } from './use-setting-words.js';
import './bot-settings.css';

/** What the bot is told to do. */
export default function BotSettingsPage() {
  return <QueryState query={useBotSettings()}>{(view) => <Loaded view={view} />}</QueryState>;
}

function Loaded({ view }: { view: BotSettingsView }) {
  const texts = useBotSettingsTexts();
  const inWords = useSettingWords();
  const form = useDraft<BotSettings>(serverDraft(view));
  return (
    <PageFrame title={texts('title')} intro={texts('intro')}>
      <div className="bot-columns">
        <DraftForm
          form={form}
          saving={useSaveBotSettings()}
          toSave={() => (botSettingsProblems(form.draft).length > 0 ? undefined : { settings: form.draft })}
          draftOf={serverDraft}
          field={(key, draft) => ({ label: texts(key), value: inWords(key, draft) })}
          label={texts('title')}
          className="bot-form"
        >
          {({ tried, refused }) => (
            <SettingsForm draft={form.draft} model={view.model} tried={tried} refused={refused} onChange={form.set} />
          )}
        </DraftForm>
        <ReplayPanel settings={form.draft} />
      </div>
    </PageFrame>
  );
}

const serverDraft = ({ version, settings }: BotSettingsView) => ({ version, draft: settings });
