import { memo } from 'react';
import type { BotConversationItemView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { TierBadge } from '../lists/tier-badge.js';
import { botAddress } from '../routing/place.js';
import { Link } from '../shared/link.js';
import { Lasting } from '../wall-board/lasting.js';
import { StateBadge } from './state-badge.js';
import { useBotTexts } from './texts.js';
import { useCategoryWords } from './use-category-words.js';

/** One conversation: who, what they asked first, how sure the bot is of the category, and why a person may step in. */
export const ConversationRow = memo(function ConversationRow({
  conversation,
  isOpen,
  search,
}: {
  conversation: BotConversationItemView;
  isOpen: boolean;
  search: string;
}) {
  const { t, formats } = useLanguage();
  const texts = useBotTexts();
  const categoryWords = useCategoryWords();
  const { id, category, needsPerson, misses, customerName, shopName, tier, firstQuestion, lastAskedAt } = conversation;
  return (
    <li>
      <Link
        to={botAddress(id) + (search && `?${search}`)}
        data-row={id}
        className="bot-row"
        aria-current={isOpen ? 'true' : undefined}
      >
        <span className="bot-row-head">
          <span className="ellipsis">
            {[customerName || t('customer.visitor'), shopName].filter(Boolean).join(' · ')}
          </span>
          <TierBadge tier={tier} />
          <time className="tabular" dateTime={lastAskedAt} title={formats.full(lastAskedAt)}>
            {formats.short(lastAskedAt)}
          </time>
        </span>
        <span className="bot-row-question">{firstQuestion || texts('noQuestion')}</span>
        <span className="bot-row-facts">
          {needsPerson ? (
            <span className="badge badge-warn">{texts(`because.${needsPerson.because}`)}</span>
          ) : (
            <StateBadge conversation={conversation} />
          )}
          {category && <span>{categoryWords(conversation)}</span>}
          {misses > 0 && <span>{texts('misses', { count: misses })}</span>}
          {needsPerson && <Lasting since={needsPerson.since} words={(time) => texts('waiting', { time })} />}
        </span>
      </Link>
    </li>
  );
});
