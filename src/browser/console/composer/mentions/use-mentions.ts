import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import type { ColleagueView } from '../../../../contract/index.js';
import { answer, routes } from '../../api/client.js';
import { useStaff } from '../../session/session.js';
import { drafts } from '../drafts.js';
import type { Field } from '../replies/field.js';
import { atBefore, type Mentioned, stillIn } from './at.js';
import { findColleagues } from './find-colleagues.js';

const ONE_MINUTE = 60_000;

export type MentionsHandle = ReturnType<typeof useMentions>;

/**
 * The list that an `@` in a note opens, and whom the note addresses: only who was chosen from it.
 * @param draftOf where the draft is kept, see `useDrafts`
 * @param isOn whether a note is being written
 */
export function useMentions(draftOf: string, isOn: boolean, field: Field) {
  const staff = useStaff();
  const [caret, setCaret] = useState<number>();
  const [dismissed, setDismissed] = useState<number>();
  const [active, setActive] = useState(0);
  const [chosen, setChosen] = useState<Mentioned[]>(() => drafts.readMentions(staff.id, draftOf));
  const at = isOn && caret !== undefined ? atBefore(field.text, caret) : undefined;
  const query = useQuery({
    queryKey: ['colleagues'],
    queryFn: () => answer(routes.GET('/api/colleagues')),
    staleTime: ONE_MINUTE,
    enabled: at !== undefined,
  });
  const others = query.data?.items.filter(({ id }) => id !== staff.id) ?? [];
  const found = at ? findColleagues(others, at.query) : [];
  // Who writes on behind an `@` that means nobody did not mean to ask.
  const isOpen = at !== undefined && at.start !== dismissed && (found.length > 0 || at.query.length < 5);
  const place = Math.min(active, found.length - 1);

  function keep(people: Mentioned[]) {
    setChosen(people);
    drafts.writeMentions(staff.id, draftOf, people);
  }
  function choose({ id, name }: ColleagueView) {
    const now = field.read();
    const asked = atBefore(now.text, now.caret);
    if (!asked) return;
    const words = `@${name} `;
    const end = asked.start + words.length;
    field.replace(asked.start, now.caret, words, { from: end, to: end });
    setCaret(end);
    keep([...chosen.filter((person) => person.name !== name), { id, name }]);
  }

  return {
    isOpen,
    query,
    found,
    active: place,
    choose,
    /** Whom the note addresses as it stands. */
    mentioned: isOn ? stillIn(field.text, chosen) : [],
    clear: () => keep([]),
    moved(now: number | undefined) {
      if (now === caret) return;
      setCaret(now);
      setActive(0);
      const start = now === undefined ? undefined : atBefore(field.read().text, now)?.start;
      if (start !== dismissed) setDismissed(undefined);
    },
    /** @returns whether the key was meant for the list */
    keyDown(event: KeyboardEvent): boolean {
      if (!isOpen) return false;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const colleague = found[place];
      if (event.key === 'Escape') setDismissed(at?.start);
      else if (step && colleague) setActive((place + step + found.length) % found.length);
      else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && colleague) choose(colleague);
      else return false;
      event.preventDefault();
      return true;
    },
  };
}
