import type { Card } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import './card-view.css';

/** Facts of the host site: an order, a settlement … Only http(s) addresses become links. */
export function CardView({ card }: { card: Card }) {
  const { t } = useLanguage();
  const kind = t(`card.${card.kind}`);
  const url = card.url && /^https?:\/\//.test(card.url) ? card.url : undefined;
  return (
    <div className={`card card-${card.kind}`}>
      <div className="card-head">
        {/* Many sites say 订单 in the title already. */}
        {!card.title.startsWith(kind) && <span className="card-kind">{kind}</span>}
        {url ? (
          <a
            className="ellipsis"
            href={url}
            target="_blank"
            rel="noopener noreferrer"
            title={t('card.open', { title: card.title })}
          >
            {card.title}
          </a>
        ) : (
          <span className="ellipsis">{card.title}</span>
        )}
        {card.status && <span className="badge">{card.status}</span>}
      </div>
      <dl className="facts">
        {card.fields.map((field) => (
          <div key={field.label}>
            <dt>{field.label}</dt>
            <dd>{field.value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
