import { useState } from 'react';
import { useStaff } from '../session/session.js';
import { type ComposerMode, drafts } from './drafts.js';

/** The text of the open mode, kept as it is typed. Each mode has its own. */
export function useDrafts(number: string, canReply: boolean) {
  const staff = useStaff();
  const [texts, setTexts] = useState(() => ({
    reply: drafts.read(staff.id, number, 'reply'),
    note: drafts.read(staff.id, number, 'note'),
  }));
  // What was left unfinished is what one comes back to.
  const [chosen, setMode] = useState<ComposerMode>(texts.reply === '' && texts.note !== '' ? 'note' : 'reply');
  const mode = canReply ? chosen : 'note';
  const write = (of: ComposerMode, text: string) => {
    setTexts((current) => ({ ...current, [of]: text }));
    drafts.write(staff.id, number, of, text);
  };
  return {
    mode,
    setMode,
    text: texts[mode],
    setText: (text: string) => write(mode, text),
    /** In place of what is there. */
    put: write,
    texts,
    /** Below what is in the reply already. */
    addToReply: (words: string) => write('reply', [texts.reply.trimEnd(), words].filter(Boolean).join('\n')),
  };
}
