import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { type CannedReplyView, fillVariables, type MacroView, unfilledVariables } from '../../../../contract/index.js';
import { macros } from '../../macros/queries.js';
import type { Field } from './field.js';
import { findBoth, type Named } from './find-replies.js';
import { cannedReplies, countUse, replyVariables } from './queries.js';
import { slashBefore } from './slash.js';
import { useReplyTexts } from './texts.js';

export type CannedRepliesHandle = ReturnType<typeof useCannedReplies>;

/** What a `/` offers: words to put in, or something to do. */
export type Offered = Named & { id: string } & ({ reply: CannedReplyView } | { macro: MacroView });

/**
 * The list that a `/` in the reply opens.
 * @param isOn whether a reply is being written
 * @param onMacro shows what the macro is going to do, and does it when told to
 */
export function useCannedReplies(
  number: string,
  conversationId: string,
  isOn: boolean,
  field: Field,
  onMacro: (id: string) => void,
) {
  const client = useQueryClient();
  const texts = useReplyTexts();
  const { message } = App.useApp();
  const [caret, setCaret] = useState<number>();
  const [dismissed, setDismissed] = useState<number>();
  const [active, setActive] = useState(0);
  const slash = isOn && caret !== undefined ? slashBefore(field.text, caret) : undefined;
  const replies = useQuery({ ...cannedReplies, enabled: slash !== undefined });
  const deeds = useQuery({ ...macros, enabled: slash !== undefined });
  const offers = useMemo(() => (replies.data?.items ?? []).map(offerOf), [replies.data]);
  const macroOffers = useMemo(() => (deeds.data?.items ?? []).map(macroOfferOf), [deeds.data]);
  const found = slash ? findBoth<Offered>(offers, macroOffers, slash.query) : [];
  // Who writes on behind a slash that nothing answers to did not mean to ask.
  const isOpen =
    slash !== undefined && slash.start !== dismissed && (found.length > 0 || !/[\s，。！？]/.test(slash.query));
  const chosen = Math.min(active, found.length - 1);

  function choose(offered: Offered) {
    if ('reply' in offered) return void putIn(offered.reply);
    const { text, caret: place } = field.read();
    const asked = slashBefore(text, place);
    // What was typed to find it is no part of the message.
    if (asked) field.replace(asked.start, place, '', { from: asked.start, to: asked.start });
    setCaret(asked?.start);
    onMacro(offered.id);
  }
  async function putIn(reply: CannedReplyView) {
    try {
      const { locale, values } = await client.fetchQuery(replyVariables(number, conversationId));
      const now = field.read();
      const asked = slashBefore(now.text, now.caret);
      if (!asked) return;
      const filled = fillVariables(reply.body[locale], values);
      const [open] = unfilledVariables(filled);
      const from = asked.start + (open ? filled.indexOf(open) : filled.length);
      field.replace(asked.start, now.caret, filled, { from, to: from + (open?.length ?? 0) });
      setCaret(from);
      countUse(reply.id);
    } catch {
      void message.error(texts('failed'));
    }
  }

  return {
    isOpen,
    isPending: replies.isPending || deeds.isPending,
    isError: replies.isError || deeds.isError,
    /** Whether there is any to be found. */
    hasAny: offers.length + macroOffers.length > 0,
    found,
    active: chosen,
    choose,
    /** Types the slash, for who has no keys at hand. */
    ask() {
      const { text, caret: place } = field.read();
      const typed = /(^|\s)$/.test(text.slice(0, place)) ? '/' : ' /';
      const end = place + typed.length;
      field.replace(place, place, typed, { from: end, to: end });
      setCaret(end);
      setDismissed(undefined);
    },
    /** Where the caret stands; undefined when it has left the field. */
    moved(place: number | undefined) {
      // Told again of the same place by the very key that closes the list.
      if (place === caret) return;
      setCaret(place);
      setActive(0);
      const start = place === undefined ? undefined : slashBefore(field.read().text, place)?.start;
      if (start !== dismissed) setDismissed(undefined);
    },
    /** @returns whether the key was meant for the list */
    keyDown(event: KeyboardEvent): boolean {
      if (!isOpen) return false;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const offered = found[chosen];
      if (event.key === 'Escape') setDismissed(slash?.start);
      else if (step && offered) setActive((chosen + step + found.length) % found.length);
      else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && offered) choose(offered);
      else return false;
      event.preventDefault();
      return true;
    },
  };
}

const offerOf = (reply: CannedReplyView): Offered => ({ ...named(reply), words: reply.body, reply });
const macroOfferOf = (macro: MacroView): Offered => ({ ...named(macro), words: macro.reply, macro });
const named = ({ id, title, pinyin, initials }: CannedReplyView | MacroView) => ({ id, title, pinyin, initials });
