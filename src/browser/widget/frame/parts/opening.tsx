import { useEffect, useState } from 'preact/hooks';
import { useTexts } from '../state/context.js';
import { BotName } from './bot-name.js';
import { Icon } from './icon.js';

/** The desk's own greeting is awaited for so long; nobody waits for it to write. */
const PATIENCE_MS = 2_000;

interface Props {
  isFollowUp: boolean;
  /** A greeting is on its way: until it is here, or does not come, its place is kept. */
  isAwaited: boolean;
}

/** What an empty thread says before the first message. */
export function Opening({ isFollowUp, isAwaited }: Props) {
  const text = useTexts();
  const [hasPatience, setPatience] = useState(true);

  useEffect(() => {
    const timer = setTimeout(() => setPatience(false), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);

  return (
    <div class="entry theirs">
      <span class="avatar bot" aria-hidden="true">
        <Icon name="lantern" />
      </span>
      <div class="entry-main">
        <BotName />
        <p class="bubble">
          {isAwaited && hasPatience ? <span class="skeleton" /> : isFollowUp ? text.followsUp : text.emptyThread}
        </p>
      </div>
    </div>
  );
}
