import { Input } from 'antd';
import { useId, useState } from 'react';
import { ARTICLE_TASK_LIMITS, type ArticleTaskView } from '../../../../contract/index.js';
import { Dialog } from '../../shared/dialog.js';
import { Labelled } from '../../shared/labelled.js';
import { useTaskStatus } from './queries.js';
import { TaskProblem } from './task-problem.js';
import { useLearningTexts } from './texts.js';

/** Whoever proposed it learns why nothing comes of it. */
export function DismissDialog({ task, onClose }: { task: ArticleTaskView; onClose: () => void }) {
  const texts = useLearningTexts();
  const id = useId();
  const [because, setBecause] = useState('');
  const dismiss = useTaskStatus(task.id);
  return (
    <Dialog
      open
      title={texts('dismissTitle')}
      okText={texts('dismiss')}
      cancelText={texts('cancel')}
      okButtonProps={{ disabled: !because.trim(), loading: dismiss.isPending }}
      onOk={() =>
        dismiss.mutate(
          { version: task.version, status: 'dismissed', closingNote: because.trim() },
          { onSuccess: onClose },
        )
      }
      onCancel={onClose}
    >
      <p className="learning-quiet">{task.title}</p>
      <Labelled id={id} label={texts('because')} hint={texts('becauseHint')} required>
        <Input.TextArea
          id={id}
          value={because}
          maxLength={ARTICLE_TASK_LIMITS.closingNote}
          autoSize={{ minRows: 2, maxRows: 6 }}
          onChange={(event) => setBecause(event.target.value)}
        />
      </Labelled>
      <TaskProblem error={dismiss.error} />
    </Dialog>
  );
}
