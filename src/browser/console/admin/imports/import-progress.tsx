import { Progress } from 'antd';
import type { ImportTexts, ImportView } from './import-view.js';

interface Props {
  one: ImportView;
  /** As many are to be done; 0: nobody knows yet. */
  total: number;
  texts: ImportTexts;
}

/** How far it is while it is checked or carried out. */
export function ImportProgress({ one: { status, counts }, total, texts }: Props) {
  return (
    <div className="transfer-progress" role="status">
      <p>{texts(status === 'applying' ? 'applying' : 'checking')}</p>
      <Progress
        percent={total > 0 ? Math.min(99, Math.round((counts.done / total) * 100)) : 0}
        status="active"
        format={() => (counts.done > 0 ? texts('progress', { done: counts.done, total: total || '…' }) : '…')}
      />
    </div>
  );
}
