import { Alert, App, Button } from 'antd';
import { ARTICLE_IMPORT_MESSAGES, type ArticleImportView } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { ImportFound } from '../imports/import-found.js';
import { ImportHead } from '../imports/import-head.js';
import { ImportProgress } from '../imports/import-progress.js';
import { isUnderWay } from '../imports/import-view.js';
import { ImportOptionsForm } from './import-options.js';
import { ArticleImportRows } from './import-rows.js';
import { articleImports } from './queries.js';
import { useTransferTexts } from './texts.js';

/** One file: what would become of it, how it is to be taken over, and what did become of it. */
export function ArticleImportDetail({ id }: { id: string }) {
  const texts = useTransferTexts();
  return (
    <ImportFound place={articleImports.place} query={articleImports.useOne(id)} texts={texts}>
      {(one) => <Detail one={one} />}
    </ImportFound>
  );
}

function Detail({ one }: { one: ArticleImportView }) {
  const texts = useTransferTexts();
  const { modal } = App.useApp();
  const { id, counts, status, options, format } = one;
  const { apply, check, remove } = articleImports.useDeeds(id);
  const changes = counts.new + counts.updates;
  const figures = { new: counts.new, updates: counts.updates };
  const ask = () =>
    modal.confirm({
      title: texts('applyAsk', { count: changes }),
      content: texts(options.publish ? 'publishDetail' : 'applyDetail', figures),
      okText: texts('apply', { count: changes }),
      onOk: () => apply.mutateAsync().catch(() => undefined),
    });
  const mayBeChanged = status === 'checked' || (status === 'failed' && one.problem?.code !== 'file_gone');
  return (
    <>
      <ImportHead
        one={one}
        place={articleImports.place}
        texts={texts}
        format={format ? texts(`format.${format}`) : ''}
        onRemove={() => remove.mutateAsync()}
      >
        {status === 'checked' && (
          <Button type="primary" disabled={changes === 0} loading={apply.isPending} onClick={ask}>
            {texts('apply', { count: changes })}
          </Button>
        )}
      </ImportHead>
      <State one={one} />
      <div className={mayBeChanged ? 'transfer-halves' : ''}>
        {counts.total > 0 && <ArticleImportRows one={one} />}
        {mayBeChanged && (
          <ImportOptionsForm
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

function State({ one }: { one: ArticleImportView }) {
  const { pick, formats } = useLanguage();
  const texts = useTransferTexts();
  const { status, counts, problem, sections } = one;
  if (isUnderWay(one)) {
    const total = status === 'applying' ? counts.new + counts.updates : counts.total;
    return <ImportProgress one={one} total={total} texts={texts} />;
  }
  if (status === 'failed' && problem)
    return (
      <Alert
        type="error"
        role="alert"
        title={pick(ARTICLE_IMPORT_MESSAGES[problem.code])}
        description={problem.detail}
      />
    );
  const figures = { new: counts.new, updates: counts.updates, refused: counts.refused };
  if (status === 'done')
    return <Alert type="success" title={texts('done')} description={texts('doneDetail', figures)} />;
  const made = sections.length
    ? texts('andSections', { count: sections.length, names: formats.list(sections.slice(0, 5)) })
    : '';
  const changes = counts.new + counts.updates;
  return (
    <Alert
      type={changes > 0 ? 'info' : 'warning'}
      title={texts('checked')}
      description={changes > 0 ? texts('checkedDetail', { ...figures, sections: made }) : texts('nothing')}
    />
  );
}
