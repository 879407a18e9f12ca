import type { QuickReply } from '../../../../../contract/index.js';
import { useDesk } from '../../state/context.js';
import { goOn } from './go-on.js';
import { useBotTexts } from './texts.js';

interface Props {
  /** The conversation in which it is said. */
  id: string;
  replies: readonly QuickReply[];
  /** Said instead of an answer. */
  skip?: string;
}

/** What one may tap instead of typing: its label is sent as an ordinary message. Free text stays possible beside it. */
export function Replies({ id, replies, skip }: Props) {
  const desk = useDesk();
  const text = useBotTexts();

  function say(label: string): void {
    desk.send(id, { body: label, attachments: [] });
    goOn();
  }

  if (!replies.length && !skip) return null;
  return (
    <fieldset class="replies row wrap">
      <legend class="hidden">{text.replies}</legend>
      {replies.map(({ label, value }) => (
        <button key={value} type="button" class="pill outline" onClick={() => say(label)}>
          {label}
        </button>
      ))}
      {skip && (
        <button type="button" class="pill quiet" onClick={() => say(skip)}>
          {skip}
        </button>
      )}
    </fieldset>
  );
}
