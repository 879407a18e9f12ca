import { App, Button } from 'antd';
import type { CaseImportView } from '../../../../contract/index.js';
import { ImportFound } from '../imports/import-found.js';
import { ImportHead } from '../imports/import-head.js';
import { CaseImportOptionsForm } from './import-options.js';
import { CaseImportRows } from './import-rows.js';
import { CaseImportState } from './import-state.js';
import { caseImports } from './queries.js';
import { useCaseImportTexts } from './texts.js';

/** One file: what would become of it, how it is to be taken over, and what did become of it. */
export function CaseImportDetail({ id }: { id: string }) {
  const texts = useCaseImportTexts();
  return (
    <ImportFound place={caseImports.place} query={caseImports.useOne(id)} texts={texts}>
      {(one) => <Detail one={one} />}
    </ImportFound>
  );
}

function Detail({ one }: { one: CaseImportView }) {
  const texts = useCaseImportTexts();
  const { modal } = App.useApp();
  const { id, counts, status, options, format } = one;
  const { apply, check, remove } = caseImports.useDeeds(id);
  const ask = () =>
    modal.confirm({
      title: texts('applyAsk', { count: counts.new }),
      content: texts('applyDetail', { open: counts.open }),
      okText: texts('apply', { count: counts.new }),
      onOk: () => apply.mutateAsync().catch(() => undefined),
    });
  const mayBeChanged = status === 'checked' || (status === 'failed' && one.problem?.code !== 'file_gone');
  return (
    <>
      <ImportHead
        one={one}
        place={caseImports.place}
        texts={texts}
        format={format ? texts(`format.${format}`) : ''}
        onRemove={() => remove.mutateAsync()}
      >
        {status === 'checked' && (
          <Button type="primary" disabled={counts.new === 0} loading={apply.isPending} onClick={ask}>
            {texts('apply', { count: counts.new })}
          </Button>
        )}
      </ImportHead>
      <CaseImportState one={one} />
      <div className={mayBeChanged ? 'transfer-halves' : ''}>
        {counts.total > 0 && <CaseImportRows one={one} />}
        {mayBeChanged && (
          <CaseImportOptionsForm
            key={JSON.stringify(options)}
            one={one}
            isBusy={check.isPending}
            onCheck={(wanted) => check.mutate(wanted)}
          />
        )}
      </div>
    </>
  );
}
