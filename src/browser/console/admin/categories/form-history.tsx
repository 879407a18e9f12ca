import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import type { FormVersionView } from '../../../../contract/index.js';
import { FailedPart } from '../../case-panel/failed-part.js';
import { useLanguage } from '../../i18n/i18n.js';
import { formChanges } from './form-changes.js';
import { useFormVersions } from './queries.js';
import { useCategoryTexts } from './texts.js';

/** Who changed the form, and when; looked for when somebody wants to know. */
export function FormHistory({ subCategory, version }: { subCategory: string; version: number }) {
  const texts = useCategoryTexts();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section className="sheet cat-part" aria-labelledby="cat-history-title">
      <div className="cat-history-head">
        <h4 id="cat-history-title">{texts('history')}</h4>
        <span className="field-hint">{texts('historyNow', { version })}</span>
        <Button size="small" type="text" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {texts(isOpen ? 'historyHide' : 'historyShow')}
        </Button>
      </div>
      {isOpen && <Versions subCategory={subCategory} version={version} />}
    </section>
  );
}

function Versions({ subCategory, version }: { subCategory: string; version: number }) {
  const { formats } = useLanguage();
  const texts = useCategoryTexts();
  const words = useChangeWords();
  const query = useFormVersions(subCategory, version);
  if (query.isPending) return <Skeleton active title={false} paragraph={{ rows: 2 }} />;
  if (!query.data) return <FailedPart error={query.error} onRetry={() => void query.refetch()} />;
  const { items } = query.data;
  return (
    <ol className="cat-history">
      {items.map((item, place) => (
        <li key={item.version}>
          <b className="tabular">{texts('historyVersion', { version: item.version })}</b>
          <span>{words(items[place + 1], item)}</span>
          <span className="field-hint">
            {item.by ?? texts('historyDesk')} · <time dateTime={item.at}>{formats.full(item.at)}</time>
          </span>
        </li>
      ))}
    </ol>
  );
}

/** @returns what a version changed of the one before it, in words */
function useChangeWords() {
  const { pick, formats } = useLanguage();
  const texts = useCategoryTexts();
  return (before: FormVersionView | undefined, { form }: FormVersionView): string => {
    if (!before) return texts('historyFirst', { count: form.filter(({ archived }) => !archived).length });
    const { moved, ...changes } = formChanges(before.form, form);
    const parts = (['added', 'removed', 'changed'] as const)
      .filter((kind) => changes[kind].length > 0)
      .map((kind) => texts(`history_${kind}`, { labels: formats.list(changes[kind].map(pick)) }));
    return formats.list([...parts, ...(moved ? [texts('history_moved')] : [])]);
  };
}
