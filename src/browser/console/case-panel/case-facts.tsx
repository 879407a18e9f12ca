import { ratingReasonText, type TicketView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { formatRoute } from '../routing/route.js';
import { navigate, useRoute } from '../routing/use-route.js';
import { Fact } from './customer-facts.js';

/** What one knows of a case beside what may be edited: since when, what came before, how it ended. */
export function CaseFacts({ ticket }: { ticket: TicketView }) {
  const { t, formats, locale } = useLanguage();
  const { list } = useRoute();
  const { openedAt, followUpOf, rating, nudges, nudgedAt } = ticket;
  return (
    <dl className="facts case-facts">
      <Fact label={t('case.opened')}>
        <time dateTime={openedAt} title={formats.full(openedAt)}>
          {formats.short(openedAt)}
        </time>
      </Fact>
      {followUpOf && (
        <Fact label={t('case.followUpOf')}>
          <a
            href={formatRoute({ number: followUpOf, list, panel: false })}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              navigate({ number: followUpOf });
            }}
          >
            {followUpOf}
          </a>
        </Fact>
      )}
      {nudges && nudgedAt && (
        <Fact label={t('timeline.nudged')}>
          {t('timeline.times', { count: nudges })} · {formats.short(nudgedAt)}
        </Fact>
      )}
      {rating && (
        <Fact label={t('case.rating')}>
          {t('timeline.score', { score: rating.score })} · {t(rating.solved ? 'timeline.solved' : 'timeline.unsolved')}
          {rating.reasons && (
            <p className="panel-hint">
              {rating.reasons.map((reason) => ratingReasonText(reason)[locale]).join(locale === 'en' ? ', ' : '、')}
            </p>
          )}
          {rating.comment && <p className="panel-hint">{rating.comment}</p>}
        </Fact>
      )}
    </dl>
  );
}
