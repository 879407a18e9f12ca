import { useRef, useState } from 'preact/hooks';
import type { AttachmentView } from '../../../../contract/index.js';
import { safeHref } from '../logic/linkify.js';
import { useTexts } from '../state/context.js';
import { CloseIconButton } from './close-icon-button.js';
import { Icon } from './icon.js';

/** Bytes in words, e.g. `1.2 MB`. */
export function sizeName(bytes: number): string {
  return bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
}

function Picture({ image }: { image: AttachmentView }) {
  const text = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  const source = safeHref(image.url);

  function open(): void {
    setOpen(true);
    dialog.current?.showModal();
  }

  return (
    <>
      <button type="button" class="picture" aria-label={text.openImage(image.name)} onClick={open}>
        <img src={source} alt="" width={image.width} height={image.height} loading="lazy" />
      </button>
      <dialog
        ref={dialog}
        class="lightbox"
        aria-label={image.name}
        onClose={() => setOpen(false)}
        onClick={() => dialog.current?.close()}
        onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
      >
        <CloseIconButton onClick={() => dialog.current?.close()} />
        {isOpen && <img src={source} alt={image.name} />}
      </dialog>
    </>
  );
}

/** Images with a preview that opens large; other files to download. */
export function Attachments({ attachments }: { attachments: AttachmentView[] }) {
  return (
    <div class="attachments row wrap">
      {attachments.map((each) =>
        each.contentType.startsWith('image/') ? (
          <Picture key={each.id} image={each} />
        ) : (
          <a
            key={each.id}
            class="file row card"
            href={safeHref(each.url)}
            target="_blank"
            rel="noopener noreferrer"
            download
          >
            <Icon name="file" />
            <span>
              <strong>{each.name}</strong>
              <small>{sizeName(each.size)}</small>
            </span>
          </a>
        ),
      )}
    </div>
  );
}
