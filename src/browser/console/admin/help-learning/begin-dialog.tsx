import { useState } from 'react';
import type { ArticleTaskView } from '../../../../contract/index.js';
import { isProblem } from '../../api/client.js';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { Dialog } from '../../shared/dialog.js';
import { type ArticlePlace, isPlace, PlaceFields } from './place-fields.js';
import { useBeginArticle } from './queries.js';
import { slugOf } from './slug-of.js';
import { TaskProblem } from './task-problem.js';
import { useLearningTexts } from './texts.js';

/** From a task to the first words of its article. */
export function BeginDialog({ task, onClose }: { task: ArticleTaskView; onClose: () => void }) {
  const texts = useLearningTexts();
  const [place, setPlace] = useState<ArticlePlace>({ slug: slugOf(task.title), category: 'earnings' });
  const begin = useBeginArticle(task.id);
  const isTaken = isProblem(begin.error, 'invalid_input');
  return (
    <Dialog
      open
      title={texts('writeTitle')}
      okText={texts('begin')}
      cancelText={texts('cancel')}
      okButtonProps={{ disabled: !isPlace(place), loading: begin.isPending }}
      onOk={() =>
        begin.mutate(
          { version: task.version, ...place },
          { onSuccess: (article) => goTo(adminAddress('articles', article.id)) },
        )
      }
      onCancel={onClose}
    >
      <p>
        <b lang={task.locale}>{task.title}</b>
      </p>
      <p className="learning-quiet">{texts('writeDetail')}</p>
      <PlaceFields
        place={place}
        isTaken={isTaken}
        onChange={(next) => {
          begin.reset();
          setPlace(next);
        }}
      />
      {!isTaken && <TaskProblem error={begin.error} />}
    </Dialog>
  );
}
