import { App, Button } from 'antd';
import { useState } from 'react';
import type { SiteDetailView } from '../../../../contract/index.js';
import { isProblem } from '../../api/client.js';
import { useLanguage } from '../../i18n/i18n.js';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { EditConflict, inBothLanguages } from '../edit-conflict.js';
import { PageFrame } from '../page-frame.js';
import { QueryState } from '../query-state.js';
import { SaveBar } from '../save-bar.js';
import { useAdminTexts } from '../texts.js';
import { useDraft } from '../use-draft.js';
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
  const adminTexts = useAdminTexts();
  const { message } = App.useApp();
  const { site } = detail;
  const form = useDraft<SiteDraft>({ version: site.version, draft: draftOf(site) });
  const [tried, setTried] = useState(false);
  const saving = useSaveSite(site.id);
  const refused = isProblem(saving.error, 'invalid_input') ? (saving.error.problem.errors ?? []) : [];
  const save = () => {
    setTried(true);
    if (faultsOf(form.draft).length > 0) return;
    saving.mutate(
      { version: form.version, ...settingsOf(form.draft) },
      {
        onSuccess: ({ site: saved }) => {
          form.saved({ version: saved.version, draft: draftOf(saved) });
          setTried(false);
          void message.success(adminTexts('saved'));
        },
        onError: (error) => {
          if (isProblem(error, 'conflict')) void message.warning(adminTexts('merged'));
        },
      },
    );
  };
  const shown = (value: SiteDraft[keyof SiteDraft]): string =>
    typeof value === 'object' ? inBothLanguages(value) : String(value);
  return (
    <PageFrame
      title={site.name}
      intro={texts('keyIs', { key: site.key })}
      actions={<Button onClick={() => goTo(adminAddress('sites'))}>{t('common.back')}</Button>}
    >
      <div className="site-columns">
        <div className="site-main">
          <form
            aria-label={site.name}
            onSubmit={(event) => {
              event.preventDefault();
              save();
            }}
          >
            {form.conflicts.length > 0 && (
              <EditConflict
                fields={form.conflicts.map((key) => ({
                  key,
                  label: texts(key === 'locale' ? 'language' : key),
                  theirs: shown(form.theirs[key]),
                  mine: shown(form.draft[key]),
                }))}
                onTakeTheirs={form.takeTheirs}
                onKeepMine={form.keepMine}
              />
            )}
            <SiteForm draft={form.draft} refused={refused.map(({ path }) => path)} tried={tried} onChange={form.set} />
            <SaveBar
              isDirty={form.isDirty}
              isSaving={saving.isPending}
              error={saving.error}
              disabled={form.conflicts.length > 0}
              onDiscard={() => {
                form.reset();
                saving.reset();
                setTried(false);
              }}
            />
          </form>
          <Installation
            detail={detail}
            draft={form.draft}
            onAllow={(origin) => {
              form.set({ allowedOrigins: withOrigin(form.draft.allowedOrigins, origin) });
              void message.info(texts('allowAdded'));
            }}
          />
          <Secrets detail={detail} onIssued={onIssued} />
        </div>
        <Preview draft={form.draft} />
      </div>
    </PageFrame>
  );
}
