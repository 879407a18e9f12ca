import { Button } from 'antd';
import type { SuggestedArticle, TicketView } from '../../../../contract/index.js';
import { isPlainClick } from '../../shared/plain-click.js';
import { canBeSent } from './article-place.js';
import { useArticleTexts } from './texts.js';
import { useInsertLink } from './use-insert-link.js';
import { VisibilityTag } from './visibility-tag.js';

interface Props {
  article: SuggestedArticle;
  ticket: TicketView;
  onOpen: () => void;
}

/** One article: read it beside the conversation, or send its link. */
export function SuggestedRow({ article: { title, excerpt, url, visibility }, ticket, onOpen }: Props) {
  const texts = useArticleTexts();
  const insert = useInsertLink(ticket.number);
  return (
    <li>
      <div>
        <a
          href={url}
          target="_blank"
          rel="noopener"
          aria-label={texts('open', { title })}
          onClick={(event) => {
            if (!isPlainClick(event)) return;
            event.preventDefault();
            onOpen();
          }}
        >
          {title}
        </a>
        <VisibilityTag visibility={visibility} />
        <p className="panel-hint" title={excerpt}>
          {excerpt}
        </p>
      </div>
      {canBeSent(visibility, ticket) && (
        <Button size="small" aria-label={texts('insertNamed', { title })} onClick={() => insert(title, url)}>
          {texts('insert')}
        </Button>
      )}
    </li>
  );
}
