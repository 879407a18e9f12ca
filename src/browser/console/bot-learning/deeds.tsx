import { App, Button } from 'antd';
import { Suspense, useRef, useState } from 'react';
import type { ArticleLink, Locale } from '../../../contract/index.js';
import { isProblem } from '../api/client.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { fetchedLater } from '../shared/fetched-later.js';
import type { Deed } from './queries.js';
import { useBotLearningTexts } from './texts.js';

const WordsDialog = fetchedLater(() => import('./words-dialog.js'));

interface Props {
  title: string;
  /** What customers say; absent: there are no words to add to an article. */
  words?: { text: string; locale: Locale; articles: readonly ArticleLink[] };
  isPending: boolean;
  onSettle: (deed: Deed, done: { onSuccess: () => void; onError: (error: Error) => void }) => void;
}

/** What can be done about one of them: an article task, the customers' words for an article, or nothing. */
export function Deeds({ title, words, isPending, onSettle }: Props) {
  const { t } = useLanguage();
  const texts = useBotLearningTexts();
  const { message } = App.useApp();
  const [asks, setAsks] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const settle = (deed: Deed) =>
    onSettle(deed, {
      onSuccess: () => {
        setAsks(false);
        focusNext(box.current?.closest('li'));
        const said = { task: 'made', synonym: 'added', dismissed: 'dismissed' } as const;
        void message.success(texts(said[deed.by]));
      },
      onError: (error) => {
        if (isProblem(error, 'conflict')) void message.info(texts('conflict'));
        else void message.error(problemText(t, error).title);
      },
    });
  return (
    <div ref={box} className="learning-deeds">
      <Button
        size="small"
        disabled={isPending}
        aria-label={texts('makeTaskOf', { title })}
        onClick={() => settle({ by: 'task' })}
      >
        {texts('makeTask')}
      </Button>
      {words && (
        <Button
          size="small"
          disabled={isPending}
          aria-label={texts('addWordsOf', { title })}
          onClick={() => setAsks(true)}
        >
          {texts('addWords')}
        </Button>
      )}
      <Button
        size="small"
        type="text"
        disabled={isPending}
        aria-label={texts('dismissOf', { title })}
        onClick={() => settle({ by: 'dismissed' })}
      >
        {texts('dismiss')}
      </Button>
      {asks && words && (
        <Suspense>
          <WordsDialog
            words={words}
            isPending={isPending}
            onAdd={(articleId, keyword) => settle({ by: 'synonym', articleId, keyword })}
            onClose={() => setAsks(false)}
          />
        </Suspense>
      )}
    </div>
  );
}

/** The row is about to go, and the focus with it: whoever works by keyboard goes on with the next. */
function focusNext(row: Element | null | undefined): void {
  const held = document.activeElement;
  if (!row || (held !== document.body && !row.contains(held))) return;
  const next = row.nextElementSibling ?? row.previousElementSibling;
  next?.querySelector<HTMLElement>('.learning-deeds button')?.focus();
}
