import type { TicketListItemView } from '../../../contract/index.js';
import { useCategories, useTeams } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { PriorityMark } from '../lists/priority-mark.js';
import { SlaChip } from '../lists/sla-chip.js';
import { TagMarks } from '../lists/tag-marks.js';
import { TierBadge } from '../lists/tier-badge.js';
import type { Column } from './columns.js';
import { useTicketsTexts } from './texts.js';

/** What stands in one column of one ticket; the subject is the row's own link and not among these. */
export function Cell({ column, row }: { column: Exclude<Column, 'subject'>; row: TicketListItemView }) {
  const { t, pick, formats } = useLanguage();
  const texts = useTicketsTexts();
  const categories = useCategories().data?.items;
  const teams = useTeams().data?.items;
  const time = (at: string) => (
    <time dateTime={at} title={formats.full(at)} className="tabular">
      {formats.short(at)}
    </time>
  );
  switch (column) {
    case 'status':
      return <span className={`row-status status-${row.status}`}>{t(`status.${row.status}`)}</span>;
    case 'priority':
      return <PriorityMark priority={row.priority} />;
    case 'customer':
      return row.customerName || <span className="tickets-quiet">{t('customer.visitor')}</span>;
    case 'shop':
      return row.shopName ? (
        <span className="tickets-shop-name">
          <span className="ellipsis">{row.shopName}</span>
          <TierBadge tier={row.tier} />
        </span>
      ) : null;
    case 'category': {
      const category = categories?.find(({ key }) => key === row.category);
      const sub = category?.subCategories.find(({ key }) => key === row.subCategory);
      return sub ? pick(sub.name) : category ? pick(category.name) : null;
    }
    case 'nature':
      return row.nature ? t(`nature.${row.nature}`) : null;
    case 'team': {
      const team = teams?.find(({ id }) => id === row.teamId);
      return team ? pick(team.name) : null;
    }
    case 'assignee':
      return row.assigneeName ?? <span className="tickets-quiet">{t('common.unassigned')}</span>;
    case 'due':
      return <SlaChip clock={row} />;
    case 'updated':
      return time(row.lastActivityAt);
    case 'opened':
      return time(row.openedAt);
    case 'tag':
      return row.tags.length > 0 ? <TagMarks tags={row.tags} most={3} /> : null;
    case 'rating':
      return row.ratingScore ? (
        <span title={texts('stars', { score: row.ratingScore })} className="tabular">
          ★ {row.ratingScore}
        </span>
      ) : null;
  }
}
