import { App, Button } from 'antd';
import { useState } from 'react';
import { NoteDialog } from './note-dialog.js';
import { articles } from './queries.js';
import { useArticleTexts } from './texts.js';
import type { ArticleEditing } from './use-article-editing.js';
import { useDeed } from './use-deed.js';

/** For writers who do not publish: asks administrators to look at the draft. */
export function ReviewButton({ editing, again = false }: { editing: ArticleEditing; again?: boolean }) {
  const texts = useArticleTexts();
  const { message } = App.useApp();
  const [isOpen, setIsOpen] = useState(false);
  const asking = useDeed(editing, (version, note: string) =>
    articles.review(editing.server.id, version, 'asked', note),
  );
  const { changed, status, review } = editing.server;
  const hasNothing = status === 'published' && !changed && !editing.isDirty;
  return (
    <>
      <Button
        type={again ? 'default' : 'primary'}
        size={again ? 'small' : 'middle'}
        disabled={editing.state === 'conflict' || (!again && (hasNothing || review?.state === 'asked'))}
        onClick={() => setIsOpen(true)}
      >
        {texts(again ? 'reviewAgain' : 'review')}
      </Button>
      {isOpen && (
        <NoteDialog
          title={texts('review')}
          label={texts('reviewNote')}
          isPending={asking.isPending}
          onSend={(note) =>
            asking.mutate(note, {
              onSuccess: (article) => {
                setIsOpen(false);
                if (article) void message.success(texts('reviewDone'));
              },
            })
          }
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  );
}
