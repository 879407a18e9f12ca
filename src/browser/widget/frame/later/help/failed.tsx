import { useHelpTexts } from './texts.js';

/** What could not be fetched, and the way to try again. */
export function Failed({ text, onRetry }: { text: string; onRetry: () => void }) {
  const { retry } = useHelpTexts();
  return (
    <p class="row wrap" role="alert">
      {text}
      <button type="button" class="link" onClick={onRetry}>
        {retry}
      </button>
    </p>
  );
}
