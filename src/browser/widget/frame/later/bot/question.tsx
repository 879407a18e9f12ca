import type { AskedField, EntryData } from '../../../../../contract/index.js';
import { Replies } from './replies.js';
import { type BotTexts, useBotTexts } from './texts.js';

interface Props {
  id: string;
  data: Extract<EntryData, { type: 'bot_question' }>;
  isLast: boolean;
}

/** What the answer should look like; nothing where any words do. */
function hint({ formats, types }: BotTexts, { format, type }: AskedField): string | undefined {
  return format ? formats[format] : types[type];
}

/** A question of the bot's: what the answer looks like, replies to tap, and the way past it. */
export function Question({ id, data: { asks, field, replies }, isLast }: Props) {
  const text = useBotTexts();
  const expected = field && hint(text, field);
  return (
    <>
      {expected && <p class="small">{expected}</p>}
      {isLast && <Replies id={id} replies={replies} skip={asks === 'category' ? undefined : text.skip} />}
    </>
  );
}
