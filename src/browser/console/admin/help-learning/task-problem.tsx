import { isProblem } from '../../api/client.js';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { useLearningTexts } from './texts.js';

/** Why a task could not be changed, and what to do. */
export function TaskProblem({ error }: { error: unknown }) {
  const { t } = useLanguage();
  const texts = useLearningTexts();
  if (!error) return null;
  const { title, detail } = problemText(t, error);
  return (
    <p role="alert" className="field-error">
      {isProblem(error, 'conflict') ? texts('conflict') : [title, detail].filter(Boolean).join(' ')}
    </p>
  );
}
