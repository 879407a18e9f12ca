import { useLanguage } from '../i18n/i18n.js';

/** A promise of time was broken, and somebody above knows. */
export function EscalatedMark() {
  const { t } = useLanguage();
  return (
    <svg className="row-escalated" width="14" height="14" viewBox="0 0 16 16" fill="none" role="img">
      <title>{t('lists.escalated')}</title>
      <path d="M3 9l5-5 5 5M3 13.5l5-5 5 5" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}
