import { InboxOutlined } from '@ant-design/icons';
import { Alert } from 'antd';
import { type DragEvent, type PropsWithChildren, useId, useState } from 'react';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import type { ImportPlace, ImportTexts } from './import-view.js';

interface Props {
  place: ImportPlace;
  texts: ImportTexts;
  /** Bytes. */
  limit: number;
  /** Endings, as the file field takes them. */
  accept: string;
  /** Nothing can be taken before the rest is known. */
  isWaiting?: boolean;
  upload: { isPending: boolean; isError: boolean; error: unknown };
  onFile: (file: File) => void;
}

/** Takes a file; what would become of it is then shown on a page of its own. @param children what is asked before */
export function UploadCard({
  place,
  texts,
  limit,
  accept,
  isWaiting = false,
  upload,
  onFile,
  children,
}: PropsWithChildren<Props>) {
  const { t } = useLanguage();
  const id = useId();
  const [isOver, setIsOver] = useState(false);
  const [isTooBig, setIsTooBig] = useState(false);
  const size = limit / 1024 / 1024;
  const isBusy = upload.isPending || isWaiting;
  const take = (file: File | undefined) => {
    if (!file || isBusy) return;
    setIsTooBig(file.size > limit);
    if (file.size <= limit) onFile(file);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(true);
  };
  return (
    <section className="sheet transfer-card" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{texts('importTitle')}</h3>
      {children}
      <label
        className={isOver ? 'transfer-drop transfer-drop-over' : 'transfer-drop'}
        onDragOver={over}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setIsOver(false);
          take(event.dataTransfer.files[0]);
        }}
      >
        <InboxOutlined aria-hidden />
        <b role="status">{texts(upload.isPending ? 'uploading' : 'drop')}</b>
        <span className="transfer-quiet">{texts('dropHint', { size })}</span>
        <input
          type="file"
          className="sr-only"
          accept={accept}
          disabled={isBusy}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            event.target.value = '';
            take(file);
          }}
        />
      </label>
      {isTooBig && <Alert type="error" role="alert" title={texts('tooBig', { size })} />}
      {upload.isError && (
        <Alert
          type="error"
          role="alert"
          title={texts('uploadFailed', { reason: problemText(t, upload.error).title })}
          description={problemText(t, upload.error).detail}
        />
      )}
      <a className="transfer-link" href={`${place.path}/template.csv`} download>
        {texts('template')}
      </a>
    </section>
  );
}
