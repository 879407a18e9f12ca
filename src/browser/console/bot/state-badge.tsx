import type { BotConversationItemView } from '../../../contract/index.js';
import { useBotTexts } from './texts.js';

/** What has come of a conversation so far. */
export function StateBadge({ conversation }: { conversation: BotConversationItemView }) {
  const texts = useBotTexts();
  const { outcome, handler, cameBackAt } = conversation;
  const decided = handler === 'person' ? 'handed_over' : outcome;
  return (
    <>
      <span className={`badge ${decided === 'confirmed' ? 'badge-ok' : decided ? '' : 'badge-info'}`}>
        {decided ? texts(`outcome.${decided}`) : texts('withBot')}
      </span>
      {cameBackAt && <span className="badge badge-warn">{texts('cameBack')}</span>}
    </>
  );
}
