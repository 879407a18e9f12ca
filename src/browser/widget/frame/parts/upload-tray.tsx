import { useTexts } from '../state/context.js';
import { sizeName } from './attachments.js';
import { Icon } from './icon.js';
import type { PendingFile } from './use-uploads.js';

interface Props {
  files: PendingFile[];
  onRetry: (file: PendingFile) => void;
  onRemove: (file: PendingFile) => void;
}

/** The files that go with the message being written, with how far each is. */
export function UploadTray({ files, onRetry, onRemove }: Props) {
  const text = useTexts();
  if (!files.length) return null;
  return (
    <ul class="tray">
      {files.map((each) => (
        <li key={each.key} class={`row ${each.failure ? 'failed' : ''}`}>
          {each.preview ? <img src={each.preview} alt="" /> : <Icon name="file" />}
          <span class="item">
            <strong>{each.file.name}</strong>
            {each.failure ? (
              <button type="button" class="link" onClick={() => onRetry(each)}>
                {each.failure} · {text.retry}
              </button>
            ) : each.attachment ? (
              <small>{sizeName(each.file.size)}</small>
            ) : (
              <progress value={each.progress} aria-label={text.uploading} />
            )}
          </span>
          <button
            type="button"
            class="icon-button"
            aria-label={text.remove(each.file.name)}
            onClick={() => onRemove(each)}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}
