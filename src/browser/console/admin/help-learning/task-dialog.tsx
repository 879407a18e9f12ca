import { App, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { ARTICLE_TASK_LIMITS, type ArticleTaskView } from '../../../../contract/index.js';
import { Dialog } from '../../shared/dialog.js';
import { Labelled } from '../../shared/labelled.js';
import { useChangeTask, useWriters } from './queries.js';
import { TaskProblem } from './task-problem.js';
import { useLearningTexts } from './texts.js';

/** What a task is called, what there is to know, and who sees to it. */
export function TaskDialog({ task, onClose }: { task: ArticleTaskView; onClose: () => void }) {
  const texts = useLearningTexts();
  const { message } = App.useApp();
  const id = useId();
  const [title, setTitle] = useState(task.title);
  const [note, setNote] = useState(task.note);
  const [assigneeId, setAssigneeId] = useState(task.assignee?.id ?? '');
  const writers = useWriters();
  const change = useChangeTask(task.id);
  const save = () =>
    change.mutate(
      { version: task.version, title: title.trim(), note: note.trim(), assigneeId: assigneeId || null },
      {
        onSuccess: () => {
          void message.success(texts('saved'));
          onClose();
        },
      },
    );
  const known = writers.data?.items ?? (task.assignee ? [task.assignee] : []);
  return (
    <Dialog
      open
      title={texts('edit')}
      okText={texts('save')}
      cancelText={texts('cancel')}
      okButtonProps={{ disabled: !title.trim(), loading: change.isPending }}
      onOk={save}
      onCancel={onClose}
    >
      <div className="learning-form">
        <Labelled id={`${id}-title`} label={texts('taskTitle')} required>
          <Input
            id={`${id}-title`}
            value={title}
            maxLength={ARTICLE_TASK_LIMITS.title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </Labelled>
        <Labelled id={`${id}-assignee`} label={texts('assignee')}>
          <Select
            id={`${id}-assignee`}
            showSearch={{ optionFilterProp: 'label' }}
            loading={writers.isPending}
            value={assigneeId}
            options={[
              { value: '', label: texts('nobody') },
              ...known.map(({ id: value, name }) => ({ value, label: name })),
            ]}
            onChange={setAssigneeId}
          />
        </Labelled>
        <Labelled id={`${id}-note`} label={texts('note')}>
          <Input.TextArea
            id={`${id}-note`}
            value={note}
            maxLength={ARTICLE_TASK_LIMITS.note}
            autoSize={{ minRows: 3, maxRows: 10 }}
            onChange={(event) => setNote(event.target.value)}
          />
        </Labelled>
        <TaskProblem error={change.error} />
      </div>
    </Dialog>
  );
}
