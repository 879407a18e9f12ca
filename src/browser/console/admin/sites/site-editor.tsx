import { App, Button } from 'antd';
import type { SiteDetailView } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { LOCALE_NAMES } from '../../i18n/locale-names.js';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { PageFrame } from '../../shared/page-frame.js';
import { QueryState } from '../../shared/query-state.js';
import { useDraft } from '../../shared/use-draft.js';
import { DraftForm } from '../draft-form.js';
import { inBothLanguages } from '../edit-conflict.js';
import { ApiKeys } from './api-keys.js';
import { Installation } from './installation.js';
import { Preview } from './preview.js';
import { useSaveSite, useSite } from './queries.js';
import { Secrets } from './secrets.js';
import { draftOf, type SiteDraft, settingsOf, withOrigin } from './site-draft.js';
import { faultsOf, SiteForm } from './site-form.js';
import { useSiteTexts } from './texts.js';

/** One site: its settings with a preview, how it is installed, and its secrets. */
export function SiteEditor({ id, onIssued }: { id: string; onIssued: (secret: string) => void }) {
  return (
    <QueryState query={useSite(id)}>{(detail) => <Loaded key={id} detail={detail} onIssued={onIssued} />}</QueryState>
  );
}

function Loaded({ detail, onIssued }: { detail: SiteDetailView; onIssued: (secret: string) => void }) {
  const { t } = useLanguage();
  const texts = useSiteTexts();
  const { message } = App.useApp();
  const { site } = detail;
  const form = useDraft<SiteDraft>(serverDraft(detail));
  const shown = (key: keyof SiteDraft, draft: SiteDraft): string => {
    if (key === 'greeting' || key === 'hours') return inBothLanguages(draft[key]);
    if (key === 'position') return texts(draft.position);
    if (key === 'locale') return draft.locale ? LOCALE_NAMES[draft.locale] : texts('followPage');
    if (key === 'enabled') return texts(draft.enabled ? 'enabled' : 'off');
    return draft[key];
  };
  return (
    <PageFrame
      title={site.name}
      intro={texts('keyIs', { key: site.key })}
      actions={<Button onClick={() => goTo(adminAddress('sites'))}>{t('common.back')}</Button>}
    >
      <div className="site-columns">
        <div className="site-main">
          <DraftForm
            form={form}
            saving={useSaveSite(site.id)}
            toSave={() => (faultsOf(form.draft).length > 0 ? undefined : settingsOf(form.draft))}
            draftOf={serverDraft}
            field={(key, draft) => ({ label: texts(key === 'locale' ? 'language' : key), value: shown(key, draft) })}
            label={site.name}
          >
            {({ tried, refused }) => (
              <SiteForm draft={form.draft} refused={refused} tried={tried} onChange={form.set} />
            )}
          </DraftForm>
          <Installation
            detail={detail}
            draft={form.draft}
            onAllow={(origin) => {
              form.set({ allowedOrigins: withOrigin(form.draft.allowedOrigins, origin) });
              void message.info(texts('allowAdded'));
            }}
          />
          <Secrets detail={detail} onIssued={onIssued} />
          <ApiKeys siteId={site.id} />
        </div>
        <Preview draft={form.draft} />
      </div>
    </PageFrame>
  );
}

const serverDraft = ({ site }: SiteDetailView) => ({ version: site.version, draft: draftOf(site) });
