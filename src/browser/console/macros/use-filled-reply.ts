import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fillVariables, type MacroView } from '../../../contract/index.js';
import { replyVariables } from '../composer/replies/queries.js';

/** The reply of a macro as it is going to be sent: with what is known of the case put in, until somebody writes into it. */
export function useFilledReply(number: string, conversationId: string | undefined, macro: MacroView | undefined) {
  const [written, setWritten] = useState<{ of: string; text: string }>();
  const known = useQuery({
    ...replyVariables(number, conversationId ?? ''),
    enabled: conversationId !== undefined && macro?.reply !== undefined,
  });
  const filled = macro?.reply && known.data ? fillVariables(macro.reply[known.data.locale], known.data.values) : '';
  return {
    isReady: known.data !== undefined,
    text: written && written.of === macro?.id ? written.text : filled,
    set: (text: string) => macro && setWritten({ of: macro.id, text }),
  };
}
