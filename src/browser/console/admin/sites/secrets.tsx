import { Alert, App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import type { SiteDetailView, SiteSecretView } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { useEndSecret } from './queries.js';
import { RotateDialog } from './rotate-dialog.js';
import { useSiteTexts } from './texts.js';

const STATE_BADGES = { current: 'badge-ok', ending: 'badge-warn', ended: '' } as const;

/** The identity secrets: which are good, until when, and whether they are still used. */
export function Secrets({ detail, onIssued }: { detail: SiteDetailView; onIssued: (secret: string) => void }) {
  const { t } = useLanguage();
  const texts = useSiteTexts();
  const [isRotating, setIsRotating] = useState(false);
  const ending = useEndSecret(detail.site.id);
  const { message } = App.useApp();
  const end = (secretId: string, inHours: number) =>
    ending.mutate(
      { secretId, version: detail.site.version, inHours },
      { onSuccess: () => void message.success(texts(inHours === 0 ? 'secretEnded' : 'secretProlonged')) },
    );
  return (
    <section className="sheet site-part" aria-labelledby="site-secrets">
      <div className="site-snippet-head">
        <h3 id="site-secrets">{texts('secrets')}</h3>
        <Button onClick={() => setIsRotating(true)}>{texts('rotate')}</Button>
      </div>
      <p className="field-hint">{texts('secretsHint')}</p>
      {ending.error && (
        <Alert
          type="error"
          role="alert"
          showIcon
          title={problemText(t, ending.error).title}
          description={problemText(t, ending.error).detail}
        />
      )}
      <ul className="site-secrets">
        {detail.secrets.map((secret) => (
          <li key={secret.id}>
            <SecretFacts secret={secret} />
            {secret.state === 'ending' && (
              <span className="page-actions">
                <Button size="small" disabled={ending.isPending} onClick={() => end(secret.id, 24)}>
                  {texts('prolong')}
                </Button>
                <Popconfirm
                  title={texts('end')}
                  description={
                    <div className="site-confirm">
                      {texts('endConfirm')}
                      {secret.lastUsedAt && <strong>{texts('stillUsed')}</strong>}
                    </div>
                  }
                  okText={texts('end')}
                  onConfirm={() => end(secret.id, 0)}
                >
                  <Button size="small" disabled={ending.isPending}>
                    {texts('end')}
                  </Button>
                </Popconfirm>
              </span>
            )}
          </li>
        ))}
      </ul>
      <RotateDialog
        site={detail.site}
        open={isRotating}
        onClose={() => setIsRotating(false)}
        onIssued={(secret) => {
          setIsRotating(false);
          onIssued(secret);
        }}
      />
    </section>
  );
}

function SecretFacts({ secret }: { secret: SiteSecretView }) {
  const { formats } = useLanguage();
  const texts = useSiteTexts();
  const { hint, state, createdAt, endsAt, lastUsedAt } = secret;
  const facts = [
    texts('created', { at: formats.short(createdAt) }),
    lastUsedAt ? texts('lastUsed', { at: formats.short(lastUsedAt) }) : texts('neverUsed'),
    ...(endsAt ? [texts(state === 'ended' ? 'endedAt' : 'endsAt', { at: formats.short(endsAt) })] : []),
  ];
  return (
    <span className="site-secret">
      <b className="tabular">{hint ? texts('secretName', { hint }) : texts('secretUnnamed')}</b>{' '}
      <span className={`badge ${STATE_BADGES[state]}`}>{texts(state)}</span>
      <span className="site-quiet">{facts.join(' · ')}</span>
    </span>
  );
}
