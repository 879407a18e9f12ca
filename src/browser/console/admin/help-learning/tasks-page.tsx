import { Button, Checkbox, Empty } from 'antd';
import { useState } from 'react';
import { ARTICLE_TASK_STATUSES, type ArticleTaskStatus } from '../../../../contract/index.js';
import { adminAddress } from '../../routing/place.js';
import { goTo, useAddressQuery } from '../../routing/use-route.js';
import { Choice } from '../../shared/choice.js';
import { LoadMore } from '../../shared/load-more.js';
import { PageFrame } from '../../shared/page-frame.js';
import { QueryState } from '../../shared/query-state.js';
import IdeaDialog from './idea-dialog.js';
import { useTasks } from './queries.js';
import { TaskRow } from './task-row.js';
import { useLearningTexts } from './texts.js';
import './learning.css';

/** What the help centre should say and does not yet: who sees to it, and what came of it. */
export default function TasksPage() {
  const texts = useLearningTexts();
  const { status, mine } = read(useAddressQuery());
  const [isProposing, setIsProposing] = useState(false);
  const query = useTasks(status, mine);
  const choose = (change: { status?: ArticleTaskStatus; mine?: boolean }) => {
    const chosen = { status, mine, ...change };
    const search = new URLSearchParams({ status: chosen.status, ...(chosen.mine && { mine: 'true' }) });
    goTo(`${adminAddress('article-tasks')}?${search}`, 'replace');
  };
  return (
    <PageFrame
      title={texts('tasks')}
      intro={texts('tasksIntro')}
      actions={
        <Button type="primary" onClick={() => setIsProposing(true)}>
          {texts('idea')}
        </Button>
      }
    >
      <div className="learning-bar">
        <Choice
          label={texts('state')}
          value={status}
          options={ARTICLE_TASK_STATUSES.map((value) => ({ value, label: texts(value) }))}
          onChange={(value) => choose({ status: value })}
        />
        <Checkbox checked={mine} onChange={(event) => choose({ mine: event.target.checked })}>
          {texts('mine')}
        </Checkbox>
      </div>
      <QueryState query={query}>
        {({ pages }) => {
          const tasks = pages.flatMap(({ items }) => items);
          const isAll = status === 'open' && !mine;
          if (tasks.length === 0)
            return (
              <Empty description={texts(isAll ? 'noTasks' : 'noneHere')} image={Empty.PRESENTED_IMAGE_SIMPLE}>
                {texts(isAll ? 'noTasksDetail' : 'noneHereDetail')}
              </Empty>
            );
          return (
            <>
              <ul className="sheet learning-list">
                {tasks.map((task) => (
                  <li key={task.id}>
                    <TaskRow task={task} />
                  </li>
                ))}
              </ul>
              <LoadMore query={query} />
            </>
          );
        }}
      </QueryState>
      {isProposing && <IdeaDialog onClose={() => setIsProposing(false)} />}
    </PageFrame>
  );
}

function read(query: URLSearchParams): { status: ArticleTaskStatus; mine: boolean } {
  return {
    status: ARTICLE_TASK_STATUSES.find((status) => status === query.get('status')) ?? 'open',
    mine: query.get('mine') === 'true',
  };
}
