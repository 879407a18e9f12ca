import { useState } from 'react';
import { useStaff } from '../session/session.js';
import { type ComposerMode, drafts } from './drafts.js';

/** The text of the open mode, kept as it is typed. Each mode has its own. */
export function useDrafts(number: string, canReply: boolean) {
  const staff = useStaff();
  const [chosen, setMode] = useState<ComposerMode>('reply');
  const mode = canReply ? chosen : 'note';
  const [texts, setTexts] = useState(() => ({
    reply: drafts.read(staff.id, number, 'reply'),
    note: drafts.read(staff.id, number, 'note'),
  }));
  return {
    mode,
    setMode,
    text: texts[mode],
    setText: (text: string) => {
      setTexts((current) => ({ ...current, [mode]: text }));
      drafts.write(staff.id, number, mode, text);
    },
  };
}
