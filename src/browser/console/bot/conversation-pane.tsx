import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button, Skeleton, Tooltip } from 'antd';
import type { BotConversationView } from '../../../contract/index.js';
import { isProblem } from '../api/client.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { TierBadge } from '../lists/tier-badge.js';
import { botAddress } from '../routing/place.js';
import { useAddressQuery } from '../routing/use-route.js';
import { Link } from '../shared/link.js';
import { ticketAddress } from '../tickets/ticket-table.js';
import { BotThread } from './bot-thread.js';
import { ConversationFacts } from './conversation-facts.js';
import { useBotConversation } from './queries.js';
import { useBotTexts } from './texts.js';
import { useTakeOver } from './use-take-over.js';

/** One conversation: what was said, read-only, with what is known of it beside. */
export function ConversationPane({ id }: { id: string }) {
  const { t } = useLanguage();
  const texts = useBotTexts();
  const query = useBotConversation(id);
  const { data: conversation } = query;
  if (!conversation) {
    const gone = isProblem(query.error, 'not_found') || isProblem(query.error, 'invalid_input');
    return (
      <div className="thread">
        <BackToList />
        {query.isError ? (
          <div className="placeholder thread-empty" role="alert">
            <strong>{texts(gone ? 'gone' : 'loadingFailed')}</strong>
            {!gone && <p>{problemText(t, query.error).title}</p>}
            {!gone && <Button onClick={() => void query.refetch()}>{t('common.retry')}</Button>}
          </div>
        ) : (
          <div className="thread-scroll" role="status" aria-label={t('common.loading')}>
            <Skeleton active paragraph={{ rows: 8 }} />
          </div>
        )}
      </div>
    );
  }
  return (
    <>
      <section className="thread" aria-label={texts('thread')}>
        <Head conversation={conversation} />
        <BotThread id={id} />
        <Foot conversation={conversation} />
      </section>
      <ConversationFacts conversation={conversation} />
    </>
  );
}

function BackToList() {
  const texts = useBotTexts();
  const search = useAddressQuery().toString();
  return (
    <Link to={botAddress() + (search && `?${search}`)} className="bot-back">
      <ArrowLeftOutlined aria-hidden /> {texts('back')}
    </Link>
  );
}

function Head({ conversation }: { conversation: BotConversationView }) {
  const { t } = useLanguage();
  const texts = useBotTexts();
  const take = useTakeOver(conversation.id);
  const { customerName, shopName, tier, handler, ticket } = conversation;
  return (
    <header className="bot-head">
      <BackToList />
      <div className="bot-head-name">
        <h2 className="ellipsis">{[customerName || t('customer.visitor'), shopName].filter(Boolean).join(' · ')}</h2>
        <TierBadge tier={tier} />
      </div>
      {handler === 'bot' && (
        <Tooltip title={texts('takeHint')}>
          <Button type="primary" loading={take.isPending} onClick={() => take.mutate()}>
            {texts('take')}
          </Button>
        </Tooltip>
      )}
      {ticket && <Link to={ticketAddress(ticket.number)}>{texts('openCase', { number: ticket.number })}</Link>}
    </header>
  );
}

function Foot({ conversation: { handler, ticket } }: { conversation: BotConversationView }) {
  const texts = useBotTexts();
  if (handler === 'bot') return <p className="bot-foot">{texts('readOnly')}</p>;
  const who = ticket?.assigneeName ? texts('handledBy', { name: ticket.assigneeName }) : texts('waitsForPerson');
  return (
    <p className="bot-foot">
      {ticket && `${who} · `}
      {texts('afterwards')}
    </p>
  );
}
