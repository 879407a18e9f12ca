import { Alert, Button } from 'antd';
import { isProblem } from '../api/client.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { useAdminTexts } from './texts.js';

/**
 * Below a form that something was typed into: what the save failed of, and saving or discarding. A conflict and wrong fields are
 * shown where they are. @param saveLabel of something new, where the bar always stands
 */
export function SaveBar({
  isDirty,
  isSaving,
  error,
  disabled = false,
  saveLabel,
  onDiscard,
}: {
  isDirty: boolean;
  isSaving: boolean;
  error: unknown;
  disabled?: boolean;
  saveLabel?: string;
  onDiscard: () => void;
}) {
  const { t } = useLanguage();
  const texts = useAdminTexts();
  if (!isDirty && !error && !saveLabel) return null;
  const problem = error && !isProblem(error, 'conflict') ? problemText(t, error) : undefined;
  return (
    <div className="admin-save">
      {problem && (
        <Alert
          type="error"
          role="alert"
          showIcon
          style={{ flexBasis: '100%' }}
          title={isProblem(error, 'invalid_input') ? texts('check') : problem.title}
          description={isProblem(error, 'invalid_input') ? undefined : problem.detail}
        />
      )}
      <span>{isDirty && !saveLabel && texts('dirty')}</span>
      <Button onClick={onDiscard} disabled={!isDirty || isSaving}>
        {texts('discard')}
      </Button>
      <Button type="primary" htmlType="submit" loading={isSaving} disabled={disabled || !isDirty}>
        {saveLabel ?? t('common.save')}
      </Button>
    </div>
  );
}
