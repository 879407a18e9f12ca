import { type ReactNode, useId } from 'react';
import type { BotSettings } from '../../../../contract/index.js';

/** What every part of the form is given. */
export interface PartProps {
  draft: BotSettings;
  onChange: (change: Partial<BotSettings>) => void;
  /** What is wrong with a field, by its path or the beginning of it. */
  errorOf: (path: string) => string | undefined;
}

/** A part of the form under a heading of its own. */
export function Part({ title, hint, children }: { title: string; hint?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className="sheet bot-part" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {hint && <p className="field-hint">{hint}</p>}
      {children}
    </section>
  );
}
