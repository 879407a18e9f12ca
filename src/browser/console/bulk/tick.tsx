import { type MouseEvent, useEffect, useRef } from 'react';
import { useBulkTexts } from './texts.js';
import './tick.css';

interface Props {
  number: string;
  isTicked: boolean;
  isOpen: boolean;
  onToggle: (number: string, isRange: boolean) => void;
}

/** The tick above all rows. */
export function PageTick({ state, onToggle }: { state: 'all' | 'some' | 'none'; onToggle: () => void }) {
  const texts = useBulkTexts();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = state === 'some';
  }, [state]);
  return (
    <label className="tick">
      <input ref={box} type="checkbox" checked={state === 'all'} aria-label={texts('tickPage')} onChange={onToggle} />
    </label>
  );
}

/** The tick of one row. With Shift, of all since the last one. @param isOpen whether this case may be chosen at all */
export function Tick({ number, isTicked, isOpen, onToggle }: Props) {
  const texts = useBulkTexts();
  const press = (event: MouseEvent) => {
    // The row itself opens the case.
    event.stopPropagation();
    onToggle(number, event.shiftKey);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the box is as good as one on it; the box has the keys.
    <label className="tick" onClick={(event) => event.stopPropagation()}>
      <input
        type="checkbox"
        checked={isTicked}
        disabled={!isOpen}
        aria-label={texts('tick', { number })}
        data-tick={number}
        onClick={press}
        onChange={() => undefined}
      />
    </label>
  );
}

/** That of the row which has the keyboard. */
export function tickFocused(pane: HTMLElement | null): void {
  const row = document.activeElement?.closest('tr, li');
  if (row && pane?.contains(row)) row.querySelector<HTMLInputElement>('[data-tick]')?.click();
}
