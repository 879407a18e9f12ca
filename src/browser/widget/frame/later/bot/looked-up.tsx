import type { LookedUp } from '../../../../../contract/index.js';
import { FactCard } from './fact-card.js';
import { useBotTexts } from './texts.js';

interface Props {
  data: LookedUp;
  /** The entry has no words of its own. */
  isSilent: boolean;
}

/** What the bot looked up: an order, a settlement, why something was banned. */
export function LookedUpCard({ data: { card, outcome }, isSilent }: Props) {
  const text = useBotTexts();
  return (
    <>
      {isSilent && <p class="bubble">{text.lookedUp[outcome]}</p>}
      {card && <FactCard card={card} />}
    </>
  );
}
