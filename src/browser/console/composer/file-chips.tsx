import { CloseOutlined, LoadingOutlined, PaperClipOutlined, WarningOutlined } from '@ant-design/icons';
import { useLanguage } from '../i18n/i18n.js';
import type { Uploads } from './use-uploads.js';

/** The files that go with the next message. */
export function FileChips({ uploads }: { uploads: Uploads }) {
  const { t, formats } = useLanguage();
  if (uploads.items.length === 0) return null;
  return (
    <ul className="file-chips">
      {uploads.items.map(({ id, file, state, failure }) => (
        <li key={id} className={state === 'failed' ? 'file-failed' : undefined}>
          {state === 'uploading' && <LoadingOutlined aria-label={t('composer.uploading', { name: file.name })} />}
          {state === 'failed' && <WarningOutlined aria-hidden />}
          {state === 'done' && <PaperClipOutlined aria-hidden />}
          <span className="ellipsis">{file.name}</span>
          <small className="tabular">{formats.size(file.size)}</small>
          {state === 'failed' && (
            <>
              <span role="alert">{failure ?? t('composer.uploadFailed', { name: file.name })}</span>
              <button type="button" className="quiet-button" onClick={() => uploads.retry(id)}>
                {t('common.retry')}
              </button>
            </>
          )}
          <button
            type="button"
            className="quiet-button"
            aria-label={t('composer.removeFile', { name: file.name })}
            onClick={() => uploads.remove(id)}
          >
            <CloseOutlined aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}
