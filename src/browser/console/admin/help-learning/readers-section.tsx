import { Suspense, useState } from 'react';
import { fetchedLater } from '../../shared/fetched-later.js';
import { Loading } from '../../shared/loading.js';
import { useLearningTexts } from './texts.js';

const ReadersPanel = fetchedLater(() => import('./readers-panel.js'));

/** Below the form of an article: what its readers think of it, asked for when it is opened. */
export function ReadersSection({ articleId }: { articleId: string }) {
  const texts = useLearningTexts();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="article-place" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{texts('readers')}</summary>
      {isOpen && (
        <Suspense fallback={<Loading />}>
          <ReadersPanel articleId={articleId} />
        </Suspense>
      )}
    </details>
  );
}
