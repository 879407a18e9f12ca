import { Skeleton } from 'antd';
import { useSteps } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { FailedPart } from './failed-part.js';

/** What the customer did before asking, the latest first. */
export function Steps({ number }: { number: string }) {
  const { t, formats } = useLanguage();
  const query = useSteps(number);
  if (query.isPending) return <Skeleton active title={false} paragraph={{ rows: 2 }} />;
  if (!query.data) return <FailedPart error={query.error} onRetry={() => void query.refetch()} />;
  const steps = query.data.items.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  if (steps.length === 0) return <p className="panel-hint">{t('steps.none')}</p>;
  return (
    <ol className="trail">
      {steps.map((step) => (
        <li key={step.at + step.page + step.action} className={step.error ? 'trail-error' : undefined}>
          <time dateTime={step.at} title={formats.full(step.at)} className="tabular">
            {formats.short(step.at)}
          </time>
          <div>
            <span>{step.action}</span> <span className="panel-hint">{step.page}</span>
            {step.error && (
              <p className="step-error">
                <span className="sr-only">{t('steps.error')} </span>
                {step.error}
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
