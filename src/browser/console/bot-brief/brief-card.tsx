import { type ReactNode } from 'react';
import type { BotBrief } from '../../../contract/index.js';
import { useCategories } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { useBriefTexts } from './texts.js';
import { TriedList } from './tried-list.js';
import './brief.css';

/** What the bot knew when a person took over, to be taken in at a glance. */
export function BriefCard({ brief }: { brief: BotBrief }) {
  const { t, pick } = useLanguage();
  const texts = useBriefTexts();
  const { because, firstQuestion, lastMessages, category, subCategory, fields, tried } = brief;
  const known = useCategories().data?.items.find(({ key }) => key === category?.key);
  const sub = known?.subCategories.find(({ key }) => key === subCategory);
  const later = lastMessages.filter((text) => text !== firstQuestion);
  return (
    <div className="brief">
      <dl className="brief-facts">
        {firstQuestion && (
          <Fact label={texts('question')} wide>
            <q className="brief-question">{firstQuestion}</q>
          </Fact>
        )}
        {later.length > 0 && (
          <Fact label={texts('last')} wide>
            <ul>
              {later.map((text, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a customer may say the same twice, and the list never changes.
                <li key={index}>{text}</li>
              ))}
            </ul>
          </Fact>
        )}
        {category && (
          <Fact label={texts('category')}>
            {known ? [pick(known.name), ...(sub ? [pick(sub.name)] : [])].join(' · ') : category.key}{' '}
            <span className="brief-quiet">
              {category.chosen
                ? texts('chosen')
                : texts('confidence', { share: Math.round(category.confidence * 100) })}
            </span>
          </Fact>
        )}
        {fields.map(({ key, label, value }) => (
          <Fact key={key} label={label}>
            {value}
          </Fact>
        ))}
        {tried.length > 0 && (
          <Fact label={texts('tried')} wide>
            <TriedList tried={tried} />
          </Fact>
        )}
        <Fact label={texts('because')}>{t(`timeline.opened.${because}`)}</Fact>
      </dl>
    </div>
  );
}

function Fact({ label, wide = false, children }: { label: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={wide ? 'brief-wide' : undefined}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
