import { App, Button } from 'antd';
import { useState } from 'react';
import type { ArticleDraftView } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { useStaff } from '../../session/session.js';
import { Note } from './note.js';
import { NoteDialog } from './note-dialog.js';
import { PublishDialog } from './publish-dialog.js';
import { articles } from './queries.js';
import { ReviewButton } from './review-button.js';
import { useArticleTexts } from './texts.js';
import type { ArticleEditing } from './use-article-editing.js';
import { useDeed } from './use-deed.js';

/** What there is to know of an article beside its words, with what can be done about it: nothing while all is well. */
export function Standing({ editing }: { editing: ArticleEditing }) {
  const { server } = editing;
  return (
    <>
      {server.review && <Review editing={editing} review={server.review} />}
      {server.schedule && <Schedule editing={editing} schedule={server.schedule} />}
      {server.behind.length > 0 && <Behind editing={editing} />}
      {server.stale && <Stale editing={editing} />}
    </>
  );
}

function Review({ editing, review }: { editing: ArticleEditing; review: NonNullable<ArticleDraftView['review']> }) {
  const { formats } = useLanguage();
  const texts = useArticleTexts();
  const { message } = App.useApp();
  const { role } = useStaff();
  const [isOpen, setIsOpen] = useState(false);
  const returning = useDeed(editing, (version, note: string) =>
    articles.review(editing.server.id, version, 'returned', note),
  );
  const isAsked = review.state === 'asked';
  return (
    <>
      <Note
        tone={isAsked ? 'info' : 'warn'}
        title={texts(isAsked ? 'reviewAsked' : 'reviewReturned', {
          name: review.byName,
          at: formats.short(review.at),
        })}
        detail={review.note}
      >
        {isAsked ? (
          role === 'admin' && (
            <Button size="small" onClick={() => setIsOpen(true)}>
              {texts('returnIt')}
            </Button>
          )
        ) : (
          <ReviewButton editing={editing} again />
        )}
      </Note>
      {isOpen && (
        <NoteDialog
          title={texts('returnIt')}
          label={texts('returnNote')}
          isRequired
          isPending={returning.isPending}
          onSend={(note) =>
            returning.mutate(note, {
              onSuccess: (article) => {
                setIsOpen(false);
                if (article) void message.success(texts('returned'));
              },
            })
          }
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  );
}

function Schedule({
  editing,
  schedule,
}: {
  editing: ArticleEditing;
  schedule: NonNullable<ArticleDraftView['schedule']>;
}) {
  const { formats } = useLanguage();
  const texts = useArticleTexts();
  const { message } = App.useApp();
  const { role } = useStaff();
  const [isOpen, setIsOpen] = useState(false);
  const cancelling = useDeed(editing, (version) => articles.unschedule(editing.server.id, version));
  const at = formats.short(schedule.publishAt);
  const { problem, by, differs } = schedule;
  return (
    <>
      <Note
        tone={problem ? 'danger' : 'info'}
        title={problem ? texts('problemTitle', { at }) : texts('scheduledAt', { at, name: by })}
        detail={problem ? texts(`problem.${problem}`) : differs ? texts('scheduledDiffers') : undefined}
      >
        {role === 'admin' && (
          <>
            <Button size="small" disabled={editing.state === 'conflict'} onClick={() => setIsOpen(true)}>
              {texts('reschedule')}
            </Button>
            <Button
              size="small"
              loading={cancelling.isPending}
              onClick={() =>
                cancelling.mutate(undefined, {
                  onSuccess: (article) => article && void message.success(texts('unscheduled')),
                })
              }
            >
              {texts('unschedule')}
            </Button>
          </>
        )}
      </Note>
      {isOpen && <PublishDialog editing={editing} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function Behind({ editing }: { editing: ArticleEditing }) {
  const texts = useArticleTexts();
  const { message } = App.useApp();
  const { role } = useStaff();
  const confirming = useDeed(editing, (version) => articles.confirmTranslation(editing.server.id, version));
  const [locale] = editing.server.behind;
  return (
    <Note tone="warn" title={texts('behindTitle', { language: texts(locale === 'en' ? 'english' : 'chinese') })}>
      {role === 'admin' && (
        <Button
          size="small"
          loading={confirming.isPending}
          onClick={() =>
            confirming.mutate(undefined, {
              onSuccess: (article) => article && void message.success(texts('behindConfirmed')),
            })
          }
        >
          {texts('behindConfirm')}
        </Button>
      )}
    </Note>
  );
}

function Stale({ editing }: { editing: ArticleEditing }) {
  const texts = useArticleTexts();
  return (
    <Note tone="warn" title={texts('staleTitle', { days: editing.server.reviewDays })}>
      <ConfirmButton editing={editing} label={texts('confirm')} />
    </Note>
  );
}

/** Somebody has read it, and it is still true: without publishing anything. */
export function ConfirmButton({ editing, label }: { editing: ArticleEditing; label: string }) {
  const texts = useArticleTexts();
  const { message } = App.useApp();
  const confirming = useDeed(editing, (version) => articles.confirm(editing.server.id, version));
  return (
    <Button
      size="small"
      loading={confirming.isPending}
      onClick={() =>
        confirming.mutate(undefined, {
          onSuccess: (article) => article && void message.success(texts('confirmed')),
        })
      }
    >
      {label}
    </Button>
  );
}
