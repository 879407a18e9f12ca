import { App, Button } from 'antd';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { adminAddress } from '../../routing/place.js';
import { Link } from '../../shared/link.js';
import { usePropose } from './queries.js';
import { useLearningTexts } from './texts.js';

interface Props {
  about: Parameters<ReturnType<typeof usePropose>['mutate']>[0];
  title: string;
  taskId: string | undefined;
}

/** One click makes a task of a gap; where there is one, it leads there. */
export function TaskButton({ about, title, taskId }: Props) {
  const { t } = useLanguage();
  const texts = useLearningTexts();
  const { message } = App.useApp();
  const propose = usePropose();
  if (taskId)
    return (
      <Link className="badge badge-info learning-has" to={adminAddress('article-tasks')}>
        {texts('hasTask')}
      </Link>
    );
  const make = () =>
    propose.mutate(about, {
      onSuccess: () => void message.success(texts('made')),
      onError: (error) => void message.error(problemText(t, error).title),
    });
  return (
    <Button size="small" aria-label={texts('makeTaskOf', { title })} loading={propose.isPending} onClick={make}>
      {texts('makeTask')}
    </Button>
  );
}
