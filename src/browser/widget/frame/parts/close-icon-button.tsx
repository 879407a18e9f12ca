import { useTexts } from '../state/context.js';
import { Icon } from './icon.js';

export function CloseIconButton({ onClick }: { onClick: () => void }) {
  const text = useTexts();
  return (
    <button type="button" class="icon-button" aria-label={text.close} onClick={onClick}>
      <Icon name="close" />
    </button>
  );
}
