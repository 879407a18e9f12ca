import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { isProblem } from '../../api/client.js';
import { useLanguage } from '../../i18n/i18n.js';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { Labelled } from '../../shared/labelled.js';
import { PageFrame } from '../../shared/page-frame.js';
import { SaveBar } from '../save-bar.js';
import { Preview } from './preview.js';
import { useCreateSite } from './queries.js';
import { NEW_SITE, type SiteDraft, settingsOf } from './site-draft.js';
import { faultsOf, SiteForm } from './site-form.js';
import { useSiteTexts } from './texts.js';

const KEY = /^[a-z][a-z0-9_-]{1,39}$/;

/** A new site; when it is made, its first secret is shown. */
export function NewSite({ onIssued }: { onIssued: (secret: string) => void }) {
  const { t } = useLanguage();
  const texts = useSiteTexts();
  const id = useId();
  const [key, setKey] = useState('');
  const [draft, setDraft] = useState<SiteDraft>(NEW_SITE);
  const [tried, setTried] = useState(false);
  const creating = useCreateSite();
  const refused = isProblem(creating.error, 'invalid_input') ? (creating.error.problem.errors ?? []) : [];
  const keyIsWrong = (tried && !KEY.test(key)) || refused.some(({ path }) => path === 'key');
  const save = () => {
    setTried(true);
    if (KEY.test(key) && faultsOf(draft).length === 0)
      creating.mutate(
        { key, ...settingsOf(draft) },
        {
          onSuccess: ({ detail, secret }) => {
            onIssued(secret);
            goTo(adminAddress('sites', detail.site.id), 'replace');
          },
        },
      );
  };
  return (
    <PageFrame
      title={texts('create')}
      actions={<Button onClick={() => goTo(adminAddress('sites'))}>{t('common.back')}</Button>}
    >
      <div className="site-columns">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <section className="sheet site-part">
            <Labelled
              id={id}
              label={texts('key')}
              hint={texts('keyHint')}
              required
              error={keyIsWrong ? texts('keyWrong') : undefined}
            >
              <Input
                id={id}
                value={key}
                maxLength={40}
                autoComplete="off"
                spellCheck={false}
                status={keyIsWrong ? 'error' : undefined}
                onChange={(event) => setKey(event.target.value)}
              />
            </Labelled>
          </section>
          <SiteForm
            draft={draft}
            refused={refused.map(({ path }) => path)}
            tried={tried}
            onChange={(change) => setDraft((current) => ({ ...current, ...change }))}
          />
          <SaveBar
            isDirty={key !== '' || draft !== NEW_SITE}
            isSaving={creating.isPending}
            error={creating.error}
            saveLabel={texts('create')}
            onDiscard={() => goTo(adminAddress('sites'))}
          />
        </form>
        <Preview draft={draft} />
      </div>
    </PageFrame>
  );
}
