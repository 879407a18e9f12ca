import type { TextAreaRef } from 'antd/es/input/TextArea.js';
import { type RefObject, useLayoutEffect, useRef } from 'react';

/** The text that is being written, with its caret. */
export interface Field {
  text: string;
  /** As it stands at this moment. */
  read: () => { text: string; caret: number };
  /** Puts words in place of what is there, and then selects. */
  replace: (from: number, to: number, words: string, select: { from: number; to: number }) => void;
  select: (from: number, to: number) => void;
}

export function useField(ref: RefObject<TextAreaRef | null>, text: string, setText: (text: string) => void): Field {
  const wanted = useRef<{ from: number; to: number }>(undefined);
  const area = () => ref.current?.resizableTextArea?.textArea;
  const select = (from: number, to: number) => {
    area()?.focus();
    area()?.setSelectionRange(from, to);
  };
  // Only when the words are there can they be selected.
  useLayoutEffect(() => {
    if (!wanted.current || area()?.value !== text) return;
    select(wanted.current.from, wanted.current.to);
    wanted.current = undefined;
  });
  return {
    text,
    read: () => ({ text: area()?.value ?? text, caret: area()?.selectionStart ?? text.length }),
    replace(from, to, words, selection) {
      const now = area()?.value ?? text;
      wanted.current = selection;
      setText(now.slice(0, from) + words + now.slice(to));
    },
    select,
  };
}
