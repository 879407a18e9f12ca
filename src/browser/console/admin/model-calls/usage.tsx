import { Alert, Progress } from 'antd';
import type { ModelUsageView } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { useModelCallTexts } from './texts.js';

/** How much of the day's budget is spent, and how the model is doing. */
export function Usage({ usage }: { usage: ModelUsageView }) {
  const texts = useModelCallTexts();
  const { locale } = useLanguage();
  const { model, resting, tokens, tokensPerDay, calls } = usage;
  const figure = (count: number) => count.toLocaleString(locale);
  if (!model) return <Alert type="info" showIcon title={texts('off')} className="model-usage" />;
  return (
    <section className="sheet model-usage">
      {resting && <Alert type="warning" showIcon title={texts('resting')} />}
      <p>
        <b>{model}</b>
        <span>
          {texts('tokens')} · {texts('ofBudget', { tokens: figure(tokens), budget: figure(tokensPerDay) })}
        </span>
      </p>
      <Progress
        percent={tokensPerDay === 0 ? 100 : Math.min(100, (tokens / tokensPerDay) * 100)}
        showInfo={false}
        status={tokens >= tokensPerDay ? 'exception' : 'normal'}
        aria-label={texts('tokens')}
      />
      <p className="model-quiet">
        {calls.map(({ outcome, count }) => `${texts(`outcome.${outcome}`)} ${figure(count)}`).join(' · ')}
      </p>
    </section>
  );
}
