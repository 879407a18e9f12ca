import { type HelpCenterSettings, type HelpCenterSettingsView } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { PageFrame } from '../../shared/page-frame.js';
import { QueryState } from '../../shared/query-state.js';
import { useDraft } from '../../shared/use-draft.js';
import { DraftForm } from '../draft-form.js';
import { inBothLanguages } from '../edit-conflict.js';
import { useSites } from '../sites/queries.js';
import { LookPreview } from './look-preview.js';
import { useHelpSettings, useSaveHelpSettings } from './queries.js';
import { faultsOf } from './settings-draft.js';
import { SettingsForm } from './settings-form.js';
import { useHelpCenterTexts } from './texts.js';
import './help-center.css';

/** How the help centre is called, looks, and where its contact page leads. */
export default function HelpCenterPage() {
  return <QueryState query={useHelpSettings()}>{(view) => <Loaded view={view} />}</QueryState>;
}

function Loaded({ view }: { view: HelpCenterSettingsView }) {
  const { locale } = useLanguage();
  const texts = useHelpCenterTexts();
  const form = useDraft<HelpCenterSettings>(serverDraft(view));
  const sites = useSites().data?.items ?? [];
  const shown = (key: keyof HelpCenterSettings, draft: HelpCenterSettings): string => {
    if (key === 'accent') return draft.accent ? `${draft.accent.light} · ${draft.accent.dark}` : texts('houseColors');
    if (key === 'logo') return texts(draft.logo ? 'logoOwn' : 'logoNone');
    if (key === 'siteId') return sites.find(({ id }) => id === draft.siteId)?.name ?? texts('noSite');
    return inBothLanguages(draft[key]);
  };
  return (
    <PageFrame
      title={texts('title')}
      intro={texts('intro')}
      actions={
        <a href={`/help/${locale}`} target="_blank" rel="noreferrer">
          {texts('open')}
        </a>
      }
    >
      <div className="help-columns">
        <DraftForm
          form={form}
          saving={useSaveHelpSettings()}
          toSave={() => (faultsOf(form.draft).length > 0 ? undefined : { settings: form.draft })}
          draftOf={serverDraft}
          field={(key, draft) => ({ label: texts(key), value: shown(key, draft) })}
          label={texts('title')}
        >
          {({ tried, refused }) => (
            <SettingsForm draft={form.draft} view={view} refused={refused} tried={tried} onChange={form.set} />
          )}
        </DraftForm>
        <LookPreview draft={form.draft} />
      </div>
    </PageFrame>
  );
}

const serverDraft = ({ version, settings }: HelpCenterSettingsView) => ({ version, draft: settings });
