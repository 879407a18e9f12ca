import { useAdminTexts } from './texts.js';

/** Up and down, for a list that is put in order by keyboard as well. At an end they stay where they are, so that the focus does. */
export function MoveButtons({
  name,
  isFirst,
  isLast,
  disabled = false,
  onMove,
}: {
  name: string;
  isFirst: boolean;
  isLast: boolean;
  disabled?: boolean;
  onMove: (by: -1 | 1) => void;
}) {
  const texts = useAdminTexts();
  const buttons = [
    { by: -1, sign: '↑', label: texts('moreUp', { name }), impossible: isFirst },
    { by: 1, sign: '↓', label: texts('moreDown', { name }), impossible: isLast },
  ] as const;
  return (
    <span className="admin-move">
      {buttons.map(({ by, sign, label, impossible }) => (
        <button
          key={by}
          type="button"
          className="quiet-button"
          aria-label={label}
          aria-disabled={impossible || disabled}
          onClick={() => !impossible && !disabled && onMove(by)}
        >
          {sign}
        </button>
      ))}
    </span>
  );
}
