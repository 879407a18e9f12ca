import { useEffect, useRef } from 'react';
import type { ColleagueView } from '../../../../contract/index.js';
import { useTeams } from '../../api/queries.js';
import { useLanguage } from '../../i18n/i18n.js';
import { optionId } from '../replies/reply-list.js';
import { useMentionTexts } from './texts.js';
import type { MentionsHandle } from './use-mentions.js';

/** Above the composer: whom the `@` found. The field keeps the focus. */
export function MentionList({ id, mentions }: { id: string; mentions: MentionsHandle }) {
  const texts = useMentionTexts();
  const { found, query, active, isOpen } = mentions;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  if (!isOpen) return null;
  return (
    <div className="reply-list">
      <p className="reply-list-head">
        <strong>{texts('title')}</strong>
        <span className="reply-list-keys">{texts('keys')}</span>
      </p>
      <div ref={list} id={id} role="listbox" aria-label={texts('title')} className="reply-list-options">
        {found.map((colleague, index) => (
          <Option
            key={colleague.id}
            id={optionId(id, index)}
            colleague={colleague}
            isActive={index === active}
            onChoose={() => mentions.choose(colleague)}
          />
        ))}
      </div>
      {found.length === 0 && !query.isPending && (
        <p className="reply-list-none">{texts(query.isError ? 'failed' : 'none')}</p>
      )}
      <span className="sr-only" aria-live="polite">
        {query.data && texts('found', { count: found.length })}
      </span>
    </div>
  );
}

function Option({
  id,
  colleague,
  isActive,
  onChoose,
}: {
  id: string;
  colleague: ColleagueView;
  isActive: boolean;
  onChoose: () => void;
}) {
  const { pick } = useLanguage();
  const teams = useTeams().data?.items ?? [];
  const own = teams.filter((team) => colleague.teamIds.includes(team.id)).map((team) => pick(team.name));
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are those of the field, which keeps the focus.
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      className="reply-option"
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <strong className="ellipsis">{colleague.name}</strong>
      <code>@{colleague.initials}</code>
      <span className="ellipsis">{own.join(' · ')}</span>
    </div>
  );
}

/** Whom the note will reach. */
export function MentionedLine({ mentions }: { mentions: MentionsHandle }) {
  const texts = useMentionTexts();
  const names = mentions.mentioned.map(({ name }) => name).join(texts('and'));
  return names === '' ? null : <p className="composer-hint">{texts('tells', { names })}</p>;
}
