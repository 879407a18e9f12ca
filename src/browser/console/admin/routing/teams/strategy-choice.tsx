import { useId } from 'react';
import { ROUTING_STRATEGIES, type RoutingStrategy } from '../../../../../contract/index.js';
import { useRoutingTexts } from '../texts.js';

/** The four ways, each in a sentence. */
export function StrategyChoice({
  value,
  onChange,
}: {
  value: RoutingStrategy;
  onChange: (strategy: RoutingStrategy) => void;
}) {
  const texts = useRoutingTexts();
  const name = useId();
  return (
    <fieldset className="routing-strategies">
      <legend className="sr-only">{texts('strategy')}</legend>
      {ROUTING_STRATEGIES.map((strategy) => (
        <label key={strategy} data-on={strategy === value || undefined}>
          <input type="radio" name={name} checked={strategy === value} onChange={() => onChange(strategy)} />
          <span>
            <b>{texts(`strategy.${strategy}`)}</b>
            <small>{texts(`strategy.${strategy}.hint`)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
