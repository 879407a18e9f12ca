import { useRef, useState } from 'preact/hooks';
import { useTexts } from '../state/context.js';
import type { State } from '../state/store.js';
import { Icon } from './icon.js';
import { useHelp } from './use-later.js';

/** The help centre's search box, with its answers below it. */
export function Search({ state }: { state: State }) {
  const text = useTexts();
  const [typed, setTyped] = useState('');
  /** Half a word of an input method is nothing that one could search for. */
  const [query, setQuery] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLElement>(null);
  const asked = query.trim();
  const help = useHelp(typed !== '');

  function type(value: string, isComposing: boolean): void {
    setTyped(value);
    if (!isComposing) setQuery(value);
  }

  /** Up and down, from the field through the answers and back. */
  function move(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Escape' && typed) {
      event.preventDefault();
      type('', false);
      field.current?.focus();
    }
    const stops = [field.current, ...(box.current?.querySelectorAll<HTMLElement>('.found a, .found button') ?? [])];
    const at = stops.indexOf(event.target as HTMLInputElement);
    const next = event.key === 'ArrowDown' || (event.key === 'Enter' && !at) ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (!next || at + next < 0) return;
    event.preventDefault();
    stops[at + next]?.focus();
  }

  return (
    <search ref={box} class="search card" onKeyDown={move}>
      <label class="search-box row">
        <Icon name="search" />
        <span class="hidden">{text.search}</span>
        <input
          ref={field}
          type="search"
          maxLength={200}
          placeholder={text.search}
          value={typed}
          onInput={(event) => type(event.currentTarget.value, event.isComposing)}
          onCompositionEnd={(event) => type(event.currentTarget.value, false)}
        />
      </label>
      {asked && (help ? <help.Found query={asked} state={state} /> : <div class="skeleton" />)}
    </search>
  );
}
