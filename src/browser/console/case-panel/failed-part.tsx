import { Button } from 'antd';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';

/** A part of the panel that could not be loaded; the rest goes on. */
export function FailedPart({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useLanguage();
  return (
    <div className="panel-notice" role="status">
      <span>{problemText(t, error).title}</span>
      <Button size="small" onClick={onRetry}>
        {t('common.retry')}
      </Button>
    </div>
  );
}
