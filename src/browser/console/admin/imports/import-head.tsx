import { DownloadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import type { PropsWithChildren } from 'react';
import { useLanguage } from '../../i18n/i18n.js';
import { adminAddress } from '../../routing/place.js';
import { Link } from '../../shared/link.js';
import { useAdminTexts } from '../texts.js';
import { ImportBadge } from './import-badge.js';
import { type ImportPlace, type ImportTexts, type ImportView, isUnderWay } from './import-view.js';

interface Props {
  one: ImportView;
  place: ImportPlace;
  texts: ImportTexts;
  /** The name of its format; empty before that is known. */
  format: string;
  /** Removes the import; it has been asked once more by then. */
  onRemove: () => Promise<unknown>;
}

/** Which file it is, whose and how it stands, its report, and what can be done with it. */
export function ImportHead({ one, place, texts, format, onRemove, children }: PropsWithChildren<Props>) {
  const adminTexts = useAdminTexts();
  const { formats } = useLanguage();
  const { modal } = App.useApp();
  const ask = () =>
    modal.confirm({
      title: texts('removeAsk'),
      content: texts('removeDetail'),
      okText: texts('remove'),
      okButtonProps: { danger: true },
      onOk: () => onRemove().catch(() => undefined),
    });
  return (
    <header className="transfer-head">
      <Link to={adminAddress(place.page)} className="transfer-back">
        ← {adminTexts('back')}
      </Link>
      <h2 className="ellipsis">{one.fileName}</h2>
      <ImportBadge status={one.status} texts={texts} />
      <span className="transfer-quiet">
        {[format, texts('by', { name: one.createdBy }), formats.short(one.createdAt)].filter(Boolean).join(' · ')}
      </span>
      <div className="transfer-actions">
        {one.counts.total > 0 && !isUnderWay(one) && (
          <Button icon={<DownloadOutlined aria-hidden />} href={`${place.path}/${one.id}/report.csv`} download>
            {texts('report')}
          </Button>
        )}
        {!isUnderWay(one) && <Button onClick={ask}>{texts('remove')}</Button>}
        {children}
      </div>
    </header>
  );
}
