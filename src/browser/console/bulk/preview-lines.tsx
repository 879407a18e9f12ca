import type { BulkPreviewView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { useBulkDialogTexts } from './dialog-texts.js';

/** How many, whose, and which will be passed over. @param preview undefined: not known yet */
export function PreviewLines({ preview, isAsking }: { preview: BulkPreviewView | undefined; isAsking: boolean }) {
  const { locale } = useLanguage();
  const words = useBulkDialogTexts();
  if (!preview) return <p className="bulk-target">{isAsking ? words('counting') : ''}</p>;
  const { total, customers, names, forbidden, ended, unfilled } = preview;
  const named =
    names.length === 0
      ? ''
      : words(customers > names.length ? 'more' : 'names', { names: names.join(locale === 'en' ? ', ' : '、') });
  return (
    <div className="bulk-target" role="status">
      <p>
        <strong>{total > 0 ? words('target', { total, customers }) : words('noTarget')}</strong>
        {total > 0 && named}
      </p>
      {forbidden > 0 && <p className="bulk-less">{words('forbidden', { count: forbidden })}</p>}
      {unfilled > 0 && <p className="bulk-less">{words('unfilled', { count: unfilled })}</p>}
      {ended > 0 && <p className="bulk-less">{words('ended', { count: ended })}</p>}
    </div>
  );
}
