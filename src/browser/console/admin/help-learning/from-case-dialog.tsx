import { useMutation, useQuery } from '@tanstack/react-query';
import { Checkbox, Input } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import type { ArticleFromCaseView, CaseMessageView } from '../../../../contract/index.js';
import { answer, isProblem, routes } from '../../api/client.js';
import { useLanguage } from '../../i18n/i18n.js';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { Dialog } from '../../shared/dialog.js';
import { Labelled } from '../../shared/labelled.js';
import { Link } from '../../shared/link.js';
import { QueryState } from '../../shared/query-state.js';
import { type ArticlePlace, isPlace, PlaceFields } from './place-fields.js';
import { slugOf } from './slug-of.js';
import { TaskProblem } from './task-problem.js';
import { useLearningTexts } from './texts.js';
import './learning.css';
import './from-case.css';

interface Props {
  number: string;
  /** What is shown while the case is not solved; absent: that it is not. */
  otherwise?: ReactNode;
  onClose: () => void;
}

/** An article out of a case: what was said beside what will be written, before anything is. */
export default function FromCaseDialog({ number, otherwise, onClose }: Props) {
  const texts = useLearningTexts();
  const query = useQuery({
    queryKey: ['article-from-case', number],
    queryFn: ({ signal }): Promise<ArticleFromCaseView> =>
      answer(routes.GET('/api/tickets/{number}/article-drafts/proposal', { params: { path: { number } }, signal })),
    staleTime: 0,
    gcTime: 0,
  });
  if (query.data && query.data.messages.length > 0 && !query.data.articleId)
    return <Chosen proposal={query.data} onClose={onClose} />;
  if (otherwise && isProblem(query.error, 'illegal_transition')) return otherwise;
  return (
    <Dialog open title={texts('caseTitle')} footer={null} onCancel={onClose}>
      <QueryState query={query}>
        {({ articleId }) =>
          articleId ? (
            <p>
              {texts('alreadyDrafted')} <Link to={adminAddress('articles', articleId)}>{texts('openArticle')}</Link>
            </p>
          ) : (
            <p>{texts('nothingSaid')}</p>
          )
        }
      </QueryState>
    </Dialog>
  );
}

function Chosen({ proposal, onClose }: { proposal: ArticleFromCaseView; onClose: () => void }) {
  const texts = useLearningTexts();
  const id = useId();
  const { ticketNumber, messages, category } = proposal;
  const [title, setTitle] = useState(proposal.title);
  const [place, setPlace] = useState<ArticlePlace>({ slug: slugOf(proposal.title), category });
  const [used, setUsed] = useState(new Set(messages.filter((one) => one.suggested).map(({ entryId }) => entryId)));
  const draft = useMutation({
    mutationFn: (): Promise<{ id: string }> =>
      answer(
        routes.POST('/api/tickets/{number}/article-drafts', {
          params: { path: { number: ticketNumber } },
          body: { ...place, title: title.trim(), entryIds: [...used] },
        }),
      ),
    onSuccess: (article) => goTo(adminAddress('articles', article.id)),
  });
  const isTaken = isProblem(draft.error, 'invalid_input');
  const toggle = (entryId: string) =>
    setUsed(
      (before) => new Set(before.has(entryId) ? [...before].filter((one) => one !== entryId) : [...before, entryId]),
    );
  const count = messages
    .filter(({ entryId }) => used.has(entryId))
    .reduce((sum, { parts }) => sum + parts.filter(({ replacedBy }) => replacedBy).length, 0);
  return (
    <Dialog
      open
      width={920}
      title={texts('caseTitle')}
      okText={texts('makeDraft')}
      cancelText={texts('cancel')}
      okButtonProps={{
        disabled: !title.trim() || !isPlace(place) || used.size === 0,
        loading: draft.isPending,
      }}
      onOk={() => draft.mutate()}
      onCancel={onClose}
    >
      <div className="from-case">
        <p className="learning-quiet">{texts('caseDetail')}</p>
        <Labelled id={`${id}-title`} label={texts('taskTitle')} required>
          <Input id={`${id}-title`} value={title} maxLength={120} onChange={(event) => setTitle(event.target.value)} />
        </Labelled>
        <PlaceFields
          place={place}
          isTaken={isTaken}
          onChange={(next) => {
            draft.reset();
            setPlace(next);
          }}
        />
        <div>
          <div className="from-case-heads" aria-hidden="true">
            <span>{texts('asSaid')}</span>
            <span>
              {texts('asWritten')} · {texts('replaced', { count })}
            </span>
          </div>
          <ul className="from-case-messages">
            {messages.map((message) => (
              <Message
                key={message.entryId}
                message={message}
                isUsed={used.has(message.entryId)}
                onToggle={() => toggle(message.entryId)}
              />
            ))}
          </ul>
        </div>
        {!isTaken && <TaskProblem error={draft.error} />}
      </div>
    </Dialog>
  );
}

function Message({
  message: { by, at, parts },
  isUsed,
  onToggle,
}: {
  message: CaseMessageView;
  isUsed: boolean;
  onToggle: () => void;
}) {
  const { formats } = useLanguage();
  const texts = useLearningTexts();
  return (
    <li data-used={isUsed}>
      <Checkbox aria-label={texts('use')} checked={isUsed} onChange={onToggle} />
      <span className="from-case-who">
        {texts(by === 'customer' ? 'customerSaid' : 'staffSaid')} · <time dateTime={at}>{formats.short(at)}</time>
      </span>
      <div className="from-case-texts">
        <p>
          {parts.map(({ text, replacedBy }, index) => {
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never move.
            return replacedBy ? <del key={index}>{text}</del> : <span key={index}>{text}</span>;
          })}
        </p>
        <p>
          {parts.map(({ text, replacedBy }, index) => {
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never move.
            return replacedBy ? <ins key={index}>{replacedBy}</ins> : <span key={index}>{text}</span>;
          })}
        </p>
      </div>
    </li>
  );
}
