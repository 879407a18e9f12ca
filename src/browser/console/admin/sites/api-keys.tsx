import { Alert, App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import type { SiteApiKeyView } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { QueryState } from '../../shared/query-state.js';
import { ApiKeyDialog } from './api-key-dialog.js';
import { IssuedSecret } from './issued-secret.js';
import { useApiKeys, useRevokeApiKey } from './queries.js';
import { useSiteTexts } from './texts.js';

/** The keys with which the site's own servers open cases. */
export function ApiKeys({ siteId }: { siteId: string }) {
  const { t } = useLanguage();
  const texts = useSiteTexts();
  const { message } = App.useApp();
  const keys = useApiKeys(siteId);
  const revoking = useRevokeApiKey(siteId);
  const [isMaking, setIsMaking] = useState(false);
  const [issued, setIssued] = useState<string>();
  const revoke = (id: string) =>
    revoking.mutate(id, { onSuccess: () => void message.success(texts('apiKeyRevokedDone')) });
  return (
    <section className="sheet site-part" aria-labelledby="site-api-keys">
      <div className="site-snippet-head">
        <h3 id="site-api-keys">{texts('apiKeys')}</h3>
        <Button onClick={() => setIsMaking(true)}>{texts('apiKeyNew')}</Button>
      </div>
      <p className="field-hint">{texts('apiKeysHint')}</p>
      {revoking.error && (
        <Alert
          type="error"
          role="alert"
          showIcon
          title={problemText(t, revoking.error).title}
          description={problemText(t, revoking.error).detail}
        />
      )}
      <QueryState query={keys}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="site-quiet">{texts('apiKeysNone')}</p>
          ) : (
            <ul className="site-secrets">
              {items.map((item) => (
                <li key={item.id}>
                  <KeyFacts item={item} />
                  {!item.revokedAt && (
                    <Popconfirm
                      title={texts('apiKeyRevoke')}
                      description={<div className="site-confirm">{texts('apiKeyRevokeConfirm')}</div>}
                      okText={texts('apiKeyRevoke')}
                      onConfirm={() => revoke(item.id)}
                    >
                      <Button size="small" disabled={revoking.isPending}>
                        {texts('apiKeyRevoke')}
                      </Button>
                    </Popconfirm>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </QueryState>
      <ApiKeyDialog
        siteId={siteId}
        open={isMaking}
        onClose={() => setIsMaking(false)}
        onIssued={(key) => {
          setIsMaking(false);
          setIssued(key);
        }}
      />
      <IssuedSecret
        secret={issued}
        title="apiKeyIssued"
        detail="apiKeyIssuedDetail"
        onClose={() => setIssued(undefined)}
      />
    </section>
  );
}

function KeyFacts({ item: { name, prefix, createdAt, lastUsedAt, revokedAt } }: { item: SiteApiKeyView }) {
  const { formats } = useLanguage();
  const texts = useSiteTexts();
  const facts = [
    texts('created', { at: formats.short(createdAt) }),
    lastUsedAt ? texts('lastUsed', { at: formats.short(lastUsedAt) }) : texts('neverUsed'),
    ...(revokedAt ? [texts('apiKeyRevokedAt', { at: formats.short(revokedAt) })] : []),
  ];
  return (
    <span className="site-secret">
      <b>{name}</b> <code>{prefix}…</code>{' '}
      <span className={`badge ${revokedAt ? '' : 'badge-ok'}`}>
        {texts(revokedAt ? 'apiKeyRevoked' : 'apiKeyInForce')}
      </span>
      <span className="site-quiet">{facts.join(' · ')}</span>
    </span>
  );
}
