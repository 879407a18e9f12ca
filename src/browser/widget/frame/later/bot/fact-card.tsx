import type { Card } from '../../../../../contract/index.js';
import { safeHref } from '../../logic/linkify.js';
import { Icon } from '../../parts/icon.js';

/** An order, a settlement … of the host site in the thread. */
export function FactCard({ card }: { card: Card }) {
  const href = safeHref(card.url);
  const title = (
    <>
      <strong>{card.title}</strong>
      {card.status && <span class="chip">{card.status}</span>}
    </>
  );
  return (
    <div class="fact-card card">
      {href ? (
        <a class="fact-title row" href={href} target="_blank" rel="noopener noreferrer">
          {title}
          <Icon name="next" />
        </a>
      ) : (
        <p class="fact-title row">{title}</p>
      )}
      <dl>
        {card.fields.map(({ label, value }) => (
          <div key={label} class="row">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
