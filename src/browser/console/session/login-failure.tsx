import { Alert } from 'antd';
import { isProblem } from '../api/client.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';

/** Why signing in did not work; `wait`: seconds until another attempt may be made. */
export function LoginFailure({ failure, wait }: { failure: unknown; wait: number }) {
  const { t } = useLanguage();
  if (!failure) return null;
  if (isProblem(failure, 'wrong_credentials')) return <Alert type="error" showIcon title={t('login.wrong')} />;
  if (isProblem(failure, 'second_factor_required')) return null;
  if (isProblem(failure, 'wrong_code')) return <Alert type="error" showIcon title={t('login.codeWrong')} />;
  if (isProblem(failure, 'too_many_requests') && failure.problem.retryAfter) {
    if (wait === 0) return null;
    const time = `${Math.floor(wait / 60)}:${String(wait % 60).padStart(2, '0')}`;
    return <Alert type="warning" showIcon title={<span className="tabular">{t('login.tooMany', { time })}</span>} />;
  }
  const { title, detail } = problemText(t, failure);
  return <Alert type="error" showIcon title={title} description={detail} />;
}
