import { useEffect, useRef } from 'preact/hooks';
import { useDesk, useTexts } from '../state/context.js';
import type { State } from '../state/store.js';
import { CloseButton } from './close-button.js';
import { Icon } from './icon.js';
import { useHelp } from './use-later.js';

/** An article above the screen from which it was opened, which stays as it is. */
export function Reader({ state }: { state: State }) {
  const desk = useDesk();
  const text = useTexts();
  const help = useHelp(true);
  const back = useRef<HTMLButtonElement>(null);
  const { reading, conversations } = state;
  const stop = reading.at(-1);

  useEffect(() => back.current?.focus(), []);

  return (
    <main class="conversation reader">
      <header class="bar">
        <button ref={back} type="button" class="icon-button" aria-label={text.back} onClick={desk.leaveArticle}>
          <Icon name="back" />
          {conversations.some(({ lastSeq, readSeq }) => lastSeq > readSeq) && <span class="dot" />}
        </button>
        <p class="bar-title">{text.article}</p>
        <CloseButton />
      </header>
      {help && stop ? (
        <help.Article key={reading.length} stop={stop} state={state} />
      ) : (
        <div class="thread-content">
          <div class="skeleton" />
        </div>
      )}
    </main>
  );
}
