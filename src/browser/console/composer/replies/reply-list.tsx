import { useEffect, useRef } from 'react';
import type { CannedReplyView } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { useReplyTexts } from './texts.js';
import type { CannedRepliesHandle } from './use-canned-replies.js';
import './replies.css';

export const optionId = (listId: string, index: number) => `${listId}-${index}`;

/** Above the composer: what the `/` found. The field keeps the focus. */
export function ReplyList({ id, replies }: { id: string; replies: CannedRepliesHandle }) {
  const texts = useReplyTexts();
  const { found, query, active, isOpen } = replies;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  if (!isOpen) return null;
  const none = query.data?.items.length === 0;
  return (
    <div className="reply-list">
      <p className="reply-list-head">
        <strong>{texts('title')}</strong>
        <span className="reply-list-keys">{texts('keys')}</span>
      </p>
      <div ref={list} id={id} role="listbox" aria-label={texts('title')} className="reply-list-options">
        {found.map((reply, index) => (
          <Option
            key={reply.id}
            id={optionId(id, index)}
            reply={reply}
            isActive={index === active}
            onChoose={() => replies.choose(reply)}
          />
        ))}
      </div>
      {found.length === 0 && !query.isPending && (
        <p className="reply-list-none">
          {query.isError ? texts('failed') : texts(none ? 'empty' : 'none')}
          {none && <small>{texts('emptyDetail')}</small>}
        </p>
      )}
      <span className="sr-only" aria-live="polite">
        {query.data && texts('found', { count: found.length })}
      </span>
    </div>
  );
}

function Option({
  id,
  reply,
  isActive,
  onChoose,
}: {
  id: string;
  reply: CannedReplyView;
  isActive: boolean;
  onChoose: () => void;
}) {
  const { pick } = useLanguage();
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
      <strong className="ellipsis">{pick(reply.title)}</strong>
      <code>/{reply.initials}</code>
      <span className="ellipsis">{pick(reply.body)}</span>
    </div>
  );
}
