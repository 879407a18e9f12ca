import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { VerifiedIdentityView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { TierBadge } from '../lists/tier-badge.js';

/** Who asks, and how sure we are of it. */
export function CustomerFacts({ customer }: { customer: VerifiedIdentityView }) {
  const { t } = useLanguage();
  const { shop, identified } = customer;
  return (
    <>
      <div className="customer-name">
        <strong>{customer.name || t('customer.visitor')}</strong>
        {identified ? (
          <span className="badge badge-ok" title={t('customer.verifiedHint')}>
            <CheckCircleFilled aria-hidden /> {t('customer.verified')}
          </span>
        ) : (
          <span className="badge badge-warn">
            <ExclamationCircleFilled aria-hidden /> {t('customer.anonymous')}
          </span>
        )}
      </div>
      {!identified && <p className="panel-hint">{t('customer.anonymousHint')}</p>}
      <dl className="facts">
        {shop && (
          <Fact label={t('customer.shop')}>
            {shop.name}{' '}
            {shop.tier === 'premium' ? (
              <TierBadge tier={shop.tier} />
            ) : (
              <span className="panel-hint">{t('tier.standard')}</span>
            )}
          </Fact>
        )}
        {shop && <Fact label={t('customer.shopId')}>{shop.externalId}</Fact>}
        {shop?.industry && <Fact label={t('customer.industry')}>{shop.industry}</Fact>}
        {shop?.accountManager && <Fact label={t('customer.manager')}>{shop.accountManager}</Fact>}
        {customer.externalId && <Fact label={t('customer.id')}>{customer.externalId}</Fact>}
        {customer.contactPoints.map((point) => (
          <Fact key={point.kind + point.value} label={t(`customer.${point.kind}`)}>
            <span className="tabular" title={t('customer.verifiedBy', { source: point.verifiedBy })}>
              {point.value}
            </span>
            {point.verifiedBy === 'customer' && <span className="panel-hint"> {t('customer.selfGiven')}</span>}
          </Fact>
        ))}
        {customer.contactPoints.length === 0 && (
          <Fact label={t('customer.contact')}>
            <span className="panel-hint">{t('customer.noContact')}</span>
          </Fact>
        )}
        <Fact label={t('customer.language')}>{t(`language.${customer.locale}`)}</Fact>
      </dl>
    </>
  );
}

/** A label and what stands for it. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
