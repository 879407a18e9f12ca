import { Alert } from 'antd';
import { CASE_IMPORT_MESSAGES, type CaseImportView } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { ImportProgress } from '../imports/import-progress.js';
import { isUnderWay } from '../imports/import-view.js';
import { useCaseImportTexts } from './texts.js';

/** How far it is, what would come of it, or what has. */
export function CaseImportState({ one }: { one: CaseImportView }) {
  const { pick } = useLanguage();
  const texts = useCaseImportTexts();
  const { status, counts, problem } = one;
  if (isUnderWay(one))
    return <ImportProgress one={one} total={status === 'applying' ? counts.new : counts.total} texts={texts} />;
  if (status === 'failed' && problem)
    return (
      <Alert type="error" role="alert" title={pick(CASE_IMPORT_MESSAGES[problem.code])} description={problem.detail} />
    );
  const { new: made, open, known, skipped, refused } = counts;
  const figures = { new: made, open, known, skipped, refused };
  if (status === 'done')
    return <Alert type="success" title={texts('done')} description={texts('doneDetail', figures)} />;
  return (
    <>
      <Alert
        type={made > 0 ? 'info' : 'warning'}
        title={texts('checked')}
        description={made > 0 ? texts('checkedDetail', figures) : texts('nothing')}
      />
      {one.unknownStaff.length > 0 && (
        <details className="case-import-people">
          <summary>{texts('staffTitle', { count: one.unknownStaff.length })}</summary>
          <p>{one.unknownStaff.join(', ')}</p>
        </details>
      )}
    </>
  );
}
