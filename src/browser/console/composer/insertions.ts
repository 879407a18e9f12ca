import { useEffect } from 'react';

type Insert = (text: string) => void;

const composers = new Map<string, Insert>();

/** Puts words into the reply that is being written for this ticket. @returns false when no composer of it is open */
export function insertIntoReply(number: string, text: string): boolean {
  const insert = composers.get(number);
  insert?.(text);
  return insert !== undefined;
}

/** Lets other panes put words into this ticket's reply. */
export function useInsertions(number: string, insert: Insert): void {
  useEffect(() => {
    composers.set(number, insert);
    return () => {
      if (composers.get(number) === insert) composers.delete(number);
    };
  }, [number, insert]);
}
