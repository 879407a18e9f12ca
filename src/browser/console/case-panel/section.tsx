import { type ReactNode, useId, useState } from 'react';
import { safeStorage } from '../shared/stored-value.js';

interface Props {
  /** Under which it is remembered whether it is folded. */
  name: string;
  title: string;
  /** Whoever was sent here sees it, folded or not. */
  opened?: boolean;
  children: ReactNode;
}

/** A part of the panel that folds away, and stays so: everyone needs other parts. */
export function Section({ name, title, opened = false, children }: Props) {
  const key = `porchlight.console.folded.${name}`;
  const id = useId();
  const [isUnfolded, setIsOpen] = useState(() => safeStorage.get(key) !== '1');
  const isOpen = isUnfolded || opened;
  const toggle = () => {
    setIsOpen(!isOpen);
    if (isOpen) safeStorage.set(key, '1');
    else safeStorage.remove(key);
  };
  return (
    <section className="panel-section" data-section={name} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>
        <button type="button" aria-expanded={isOpen} aria-controls={id} onClick={toggle}>
          {title}
          <span aria-hidden="true" className="panel-chevron" />
        </button>
      </h3>
      <div id={id} hidden={!isOpen}>
        {isOpen && children}
      </div>
    </section>
  );
}
