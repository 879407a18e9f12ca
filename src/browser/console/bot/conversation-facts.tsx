import { type BotConversationView, type BotTry, OWN_LOOK_UPS } from '../../../contract/index.js';
import { CustomerFacts, Fact } from '../case-panel/customer-facts.js';
import { Section } from '../case-panel/section.js';
import { useLanguage } from '../i18n/i18n.js';
import { useBotEntryTexts } from '../thread/bot/texts.js';
import { Lasting } from '../wall-board/lasting.js';
import { StateBadge } from './state-badge.js';
import { useBotTexts } from './texts.js';
import { useCategoryWords } from './use-category-words.js';

/** What is known of a conversation: where it stands, what is filled in, what was tried, and who asks. */
export function ConversationFacts({ conversation }: { conversation: BotConversationView }) {
  const { formats } = useLanguage();
  const texts = useBotTexts();
  const categoryWords = useCategoryWords();
  const { needsPerson, handOverReason, misses, asking, fields, tried, page, askedAt } = conversation;
  return (
    <section className="bot-facts-pane" aria-label={texts('facts')}>
      <Section name="bot-state" title={texts('state')}>
        <dl className="facts">
          <Fact label={texts('status')}>
            <StateBadge conversation={conversation} />
            {handOverReason && <span className="panel-hint"> {texts(`reason.${handOverReason}`)}</span>}
          </Fact>
          {needsPerson && (
            <Fact label={texts('since')}>
              <span className="badge badge-warn">{texts(`because.${needsPerson.because}`)}</span>{' '}
              <Lasting since={needsPerson.since} words={(time) => texts('waiting', { time })} />
            </Fact>
          )}
          <Fact label={texts('category')}>{categoryWords(conversation) || texts('unknown')}</Fact>
          <Fact label={texts('misseCount')}>
            <span className="tabular">{misses}</span>
          </Fact>
          {asking && <Fact label={texts('asking')}>{texts(`asking.${asking}`)}</Fact>}
          <Fact label={texts('asked')}>
            <time dateTime={askedAt} title={formats.full(askedAt)} className="tabular">
              {formats.short(askedAt)}
            </time>
          </Fact>
          <Fact label={texts('entry')}>{texts(`entry.${conversation.entry}`)}</Fact>
          {page && <Fact label={texts('page')}>{page}</Fact>}
          <Fact label={texts('site')}>{conversation.siteName}</Fact>
        </dl>
      </Section>
      <Section name="bot-form" title={texts('form')}>
        {fields.length === 0 ? (
          <p className="panel-hint">{texts('noFields')}</p>
        ) : (
          <dl className="facts">
            {fields.map(({ key, label, value }) => (
              <Fact key={key} label={label}>
                {value}
              </Fact>
            ))}
          </dl>
        )}
      </Section>
      <Section name="bot-tried" title={texts('tried')}>
        {tried.length === 0 ? (
          <p className="panel-hint">{texts('nothingTried')}</p>
        ) : (
          <ol className="trail">
            {tried.map((one, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: tries are only ever added at the end.
              <Tried key={place} tried={one} />
            ))}
          </ol>
        )}
      </Section>
      <Section name="bot-customer" title={texts('customer')}>
        <CustomerFacts customer={conversation.customer} />
      </Section>
    </section>
  );
}

function Tried({ tried: { kind, at, articles = [], lookUp, outcome } }: { tried: BotTry }) {
  const { formats } = useLanguage();
  const texts = useBotTexts();
  const entryTexts = useBotEntryTexts();
  const own = OWN_LOOK_UPS.find((key) => key === lookUp);
  const name = own ? entryTexts(`lookUp.${own}`) : (lookUp ?? '').replaceAll('_', ' ');
  return (
    <li>
      <time dateTime={at} title={formats.full(at)} className="tabular">
        {formats.time(at)}
      </time>
      <div>
        {texts(`try.${kind}`, { name })}
        {outcome && (
          <span className={`badge ${outcome === 'helped' || outcome === 'found' ? 'badge-ok' : 'badge-warn'}`}>
            {texts(`tried.${outcome}`)}
          </span>
        )}
        {articles.map(({ articleId, title, url }) => (
          <a key={articleId} href={url} target="_blank" rel="noopener">
            {title}
          </a>
        ))}
      </div>
    </li>
  );
}
