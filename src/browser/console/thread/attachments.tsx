import { PaperClipOutlined } from '@ant-design/icons';
import type { AttachmentView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';

const THUMBNAIL = 220;

/** Images as they are, other files by name and size. Both open beside the console. */
export function Attachments({ items }: { items: AttachmentView[] }) {
  const { t, formats } = useLanguage();
  if (items.length === 0) return null;
  return (
    <ul className="attachments">
      {items.map((item) => (
        <li key={item.id}>
          <a
            href={item.url}
            target="_blank"
            rel="noopener"
            aria-label={t('thread.download', { name: item.name, size: formats.size(item.size) })}
          >
            {item.width && item.height ? (
              <img
                src={item.url}
                alt={t('thread.imageAlt', { name: item.name })}
                loading="lazy"
                {...thumbnail(item.width, item.height)}
              />
            ) : (
              <span className="attachment-file">
                <PaperClipOutlined aria-hidden />
                <span className="ellipsis">{item.name}</span>
                <small className="tabular">{formats.size(item.size)}</small>
              </span>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The room an image takes before it has loaded, so that nothing jumps. */
function thumbnail(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, THUMBNAIL / width, THUMBNAIL / height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
