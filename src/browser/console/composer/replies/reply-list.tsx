import { useEffect, useRef } from 'react';
import type { MacroView } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { useDeedWords } from '../../macros/use-deed-words.js';
import { useReplyTexts } from './texts.js';
import type { CannedRepliesHandle, Offered } from './use-canned-replies.js';
import './replies.css';

export const optionId = (listId: string, index: number) => `${listId}-${index}`;

/** Above the composer: what the `/` found. The field keeps the focus. */
export function ReplyList({ id, replies }: { id: string; replies: CannedRepliesHandle }) {
  const texts = useReplyTexts();
  const { found, active, isOpen, hasAny, isPending, isError } = replies;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  if (!isOpen) return null;
  return (
    <div className="reply-list">
      <p className="reply-list-head">
        <strong>{texts('listTitle')}</strong>
        <span className="reply-list-keys">{texts('keys')}</span>
      </p>
      <div ref={list} id={id} role="listbox" aria-label={texts('listTitle')} className="reply-list-options">
        {found.map((offered, index) => (
          <Option
            key={offered.id}
            id={optionId(id, index)}
            offered={offered}
            isActive={index === active}
            onChoose={() => replies.choose(offered)}
          />
        ))}
      </div>
      {found.length === 0 && !isPending && (
        <p className="reply-list-none">
          {texts(isError ? 'failed' : hasAny ? 'none' : 'empty')}
          {!hasAny && !isError && <small>{texts('emptyDetail')}</small>}
        </p>
      )}
      <span className="sr-only" aria-live="polite">
        {!isPending && texts('found', { count: found.length })}
      </span>
    </div>
  );
}

function Option({
  id,
  offered,
  isActive,
  onChoose,
}: {
  id: string;
  offered: Offered;
  isActive: boolean;
  onChoose: () => void;
}) {
  const { pick } = useLanguage();
  const texts = useReplyTexts();
  const { title, initials } = offered;
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
      <strong className="ellipsis">
        {'macro' in offered && <span className="badge">{texts('macro')}</span>} {pick(title)}
      </strong>
      <code>/{initials}</code>
      <span className="ellipsis">
        {'macro' in offered ? <WhatItDoes macro={offered.macro} /> : pick(offered.reply.body)}
      </span>
    </div>
  );
}

function WhatItDoes({ macro: { deeds, reply } }: { macro: MacroView }) {
  const { pick, formats } = useLanguage();
  const texts = useReplyTexts();
  const wordsOf = useDeedWords();
  return formats.list([...wordsOf(deeds), ...(reply ? [texts('answers', { words: pick(reply) })] : [])]);
}
