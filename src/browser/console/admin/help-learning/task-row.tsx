import { App, Button } from 'antd';
import { useState } from 'react';
import type { ArticleTaskStatus, ArticleTaskView } from '../../../../contract/index.js';
import { isProblem } from '../../api/client.js';
import { useLanguage } from '../../i18n/i18n.js';
import { LOCALE_NAMES } from '../../i18n/locale-names.js';
import { problemText } from '../../i18n/problem-text.js';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { Link } from '../../shared/link.js';
import { ticketAddress } from '../../tickets/ticket-table.js';
import { BeginDialog } from './begin-dialog.js';
import { DismissDialog } from './dismiss-dialog.js';
import FromCaseDialog from './from-case-dialog.js';
import { useTaskStatus } from './queries.js';
import { TaskDialog } from './task-dialog.js';
import { useLearningTexts } from './texts.js';

const KIND_BADGES = { search: 'badge-warn', article: 'badge-info', ticket: 'badge-premium', idea: '' } as const;

/** One task: what it is about, who sees to it, and what can be done with it. */
export function TaskRow({ task }: { task: ArticleTaskView }) {
  const { formats } = useLanguage();
  const texts = useLearningTexts();
  const { kind, title, note, locale, ticketNumber, article, assignee, createdByName, createdAt, closingNote } = task;
  return (
    <>
      <div className="learning-what">
        <p>
          <b lang={locale}>{title}</b> <span className={`badge ${KIND_BADGES[kind]}`}>{texts(`kind.${kind}`)}</span>{' '}
          <span className="badge">{LOCALE_NAMES[locale]}</span>
        </p>
        {note && <p className="learning-note">{note}</p>}
        {closingNote && <p className="learning-quote">{closingNote}</p>}
        <p className="learning-quiet">
          {texts('by', { name: createdByName })} ·{' '}
          <time dateTime={createdAt} title={formats.full(createdAt)}>
            {formats.short(createdAt)}
          </time>
          {ticketNumber && (
            <>
              {' · '}
              <Link to={ticketAddress(ticketNumber)}>{ticketNumber}</Link>
            </>
          )}
          {article && article.title !== title && (
            <>
              {' · '}
              <Link to={adminAddress('articles', article.id)}>{article.title}</Link>
            </>
          )}
        </p>
      </div>
      <p className="learning-count">
        <span className={assignee ? undefined : 'learning-quiet'}>{assignee?.name ?? texts('nobody')}</span>
      </p>
      <Deeds task={task} />
    </>
  );
}

function Deeds({ task }: { task: ArticleTaskView }) {
  const { t } = useLanguage();
  const texts = useLearningTexts();
  const { message } = App.useApp();
  const [dialog, setDialog] = useState<'edit' | 'dismiss' | 'begin'>();
  const setStatus = useTaskStatus(task.id);
  const { title, article, ticketNumber, version } = task;
  const close = () => setDialog(undefined);
  const become = (status: ArticleTaskStatus) =>
    setStatus.mutate(
      { version, status },
      {
        onError: (error) =>
          void message.error(isProblem(error, 'conflict') ? texts('conflict') : problemText(t, error).title),
      },
    );
  return (
    <div className="learning-deeds">
      {task.status === 'open' && !article && (
        <Button size="small" type="primary" aria-label={texts('writeOf', { title })} onClick={() => setDialog('begin')}>
          {texts('write')}
        </Button>
      )}
      {article && (
        <Button size="small" onClick={() => goTo(adminAddress('articles', article.id))}>
          {texts('openArticle')}
        </Button>
      )}
      {task.status === 'open' ? (
        <>
          <Button size="small" aria-label={texts('editOf', { title })} onClick={() => setDialog('edit')}>
            {texts('edit')}
          </Button>
          <Button size="small" loading={setStatus.isPending} onClick={() => become('done')}>
            {texts('markDone')}
          </Button>
          <Button size="small" onClick={() => setDialog('dismiss')}>
            {texts('dismiss')}
          </Button>
        </>
      ) : (
        <Button size="small" loading={setStatus.isPending} onClick={() => become('open')}>
          {texts('reopen')}
        </Button>
      )}
      {dialog === 'begin' && !ticketNumber && <BeginDialog task={task} onClose={close} />}
      {dialog === 'begin' && ticketNumber && (
        <FromCaseDialog number={ticketNumber} otherwise={<BeginDialog task={task} onClose={close} />} onClose={close} />
      )}
      {dialog === 'edit' && <TaskDialog task={task} onClose={close} />}
      {dialog === 'dismiss' && <DismissDialog task={task} onClose={close} />}
    </div>
  );
}
