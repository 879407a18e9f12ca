import { Spin } from 'antd';
import { useLanguage } from '../i18n/i18n.js';

/** Something is on its way. A name needs a role: without one, assistive technology may not read it. */
export function Loading({ className }: { className?: string }) {
  const { t } = useLanguage();
  return (
    <div className={className} role="status" aria-label={t('common.loading')}>
      <Spin />
    </div>
  );
}
