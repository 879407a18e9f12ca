import { useTexts } from '../state/context.js';
import type { Notice } from '../state/store.js';

/** What did not work, and the way to try again. */
export function NoticeLine({ notice }: { notice: Notice }) {
  const text = useTexts();
  return (
    <div class="notice row" role="alert">
      <span>{notice.text}</span>
      {notice.retry && (
        <button type="button" class="link" onClick={notice.retry}>
          {text.retry}
        </button>
      )}
    </div>
  );
}
