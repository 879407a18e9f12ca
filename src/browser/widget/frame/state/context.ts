import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { type Texts, texts } from '../texts/index.js';
import type { Desk } from './desk.js';
import type { State } from './store.js';

const DeskContext = createContext<Desk | undefined>(undefined);
export const DeskProvider = DeskContext.Provider;

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('no desk around this component');
  return desk;
}

/** The whole state; the component is drawn again after each change. */
export function useDeskState(): State {
  const { store } = useDesk();
  const [state, setState] = useState(store.get());
  useEffect(() => {
    setState(store.get());
    return store.subscribe(() => setState(store.get()));
  }, [store]);
  return state;
}

/** The words in the reader's language. */
export function useTexts(): Texts {
  return texts[useDesk().store.get().locale];
}

/** The time, drawn again every half minute. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
