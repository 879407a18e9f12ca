import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useEffect, useState } from 'react';
import {
  type CategoryView,
  checkForm,
  type FormFieldView,
  type LeftOutView,
  type Nature,
  shownFields,
  type TicketView,
  valueProblem,
} from '../../../contract/index.js';
import { isProblem } from '../api/client.js';
import { api } from '../api/endpoints.js';
import { keys } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { type CaseFacts, changedFacts, editOf, factsOf, formOf, rebaseFacts } from './case-draft.js';
import { wantFields } from './wanted-fields.js';

/** What somebody else changed while one was editing, still to be shown. */
export interface News {
  /** As it was when the editing began. */
  before: CaseFacts;
  theirs: CaseFacts;
  changed: string[];
  conflicts: string[];
}

interface State {
  version: number;
  base: CaseFacts;
  mine: CaseFacts;
  news?: News;
}

/** The state after the server's facts are `theirs`: my edits stay, and what others changed is told. */
function takeIn(state: State, ticket: TicketView): State {
  const theirs = factsOf(ticket);
  const wasDirty = changedFacts(state.base, state.mine).length > 0;
  if (!wasDirty) return { version: ticket.version, base: theirs, mine: theirs };
  const { facts, theirs: changed, conflicts } = rebaseFacts(state.base, state.mine, theirs);
  // What they set to the very value I chose is no news to me (my own save comes back this way too).
  const told = changed.filter((name) => (state.mine[name] ?? '') !== (theirs[name] ?? ''));
  const news = told.length > 0 ? { before: state.base, theirs, changed: told, conflicts } : undefined;
  return { version: ticket.version, base: theirs, mine: facts, news };
}

/** @param wanted fields that somebody was sent here to fill in */
export function useCaseForm(ticket: TicketView, categories: CategoryView[], wanted: readonly string[]) {
  const { t, pick } = useLanguage();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [state, setState] = useState<State>(() => {
    const facts = factsOf(ticket);
    return { version: ticket.version, base: facts, mine: facts };
  });
  const [tried, setTried] = useState(false);
  const [leftOut, setLeftOut] = useState<readonly LeftOutView[]>([]);

  useEffect(() => {
    setState((current) => (current.version === ticket.version ? current : takeIn(current, ticket)));
  }, [ticket]);

  const { base, mine, news } = state;
  const sub = categories
    .find(({ key }) => key === mine.category)
    ?.subCategories.find(({ key }) => key === mine.subCategory);
  // What is not asked any more is shown where the case has it, and stays as it is.
  const whole = sub?.form ?? [];
  const said = formOf(mine, whole);
  const shown = shownFields(whole, said);
  const fields: FormFieldView[] = whole.filter((field) =>
    field.archived ? base[`form.${field.key}`] : shown.includes(field),
  );
  const changed = changedFacts(base, mine);

  const keysOfForm = fields.map(({ key }) => key);
  const edit = editOf(base, mine, keysOfForm);
  if (edit.form && sub) edit.formVersion = sub.formVersion;
  // The server's own judgement, so that the agent hears of it at once.
  const before = mine.subCategory === base.subCategory ? formOf(base, whole) : {};
  const { problems } = checkForm(whole, edit.form ?? said, { before });

  const saving = useMutation({
    mutationFn: () => api.editTicket(ticket.number, state.version, edit),
    onSuccess: ({ leftOut: left = [], ...saved }) => {
      setLeftOut(left);
      if (left.length > 0) void client.invalidateQueries({ queryKey: keys.categories });
      wantFields(ticket.number, []);
      const facts = factsOf(saved);
      setState({ version: saved.version, base: facts, mine: facts });
      setTried(false);
      client.setQueryData(keys.ticket(ticket.number), saved);
      void client.invalidateQueries({ queryKey: keys.timeline(ticket.number) });
      void client.invalidateQueries({ queryKey: keys.lists });
      void message.success({ content: t('form.saved'), duration: 1.5 });
    },
    onError: (error) => {
      // Somebody was faster: read the case again; what changed is shown beside my edits.
      if (isProblem(error, 'conflict')) void client.invalidateQueries({ queryKey: keys.ticket(ticket.number) });
    },
  });

  const serverErrors = isProblem(saving.error, 'invalid_input') ? (saving.error.problem.errors ?? []) : [];
  const confirming = useMutation({
    mutationFn: (nature: Nature) => api.editTicket(ticket.number, state.version, { nature }),
    onSuccess: (saved) => client.setQueryData(keys.ticket(ticket.number), saved),
    onError: () => void client.invalidateQueries({ queryKey: keys.ticket(ticket.number) }),
  });
  /** What was only guessed gives way to the sub-category's. */
  const natureOf = (current: State, chosen: Nature | undefined): string => {
    const isGuess = ticket.natureBy === 'rules' && current.mine.nature === current.base.nature;
    return (isGuess ? chosen : undefined) ?? (current.mine.nature || (chosen ?? ''));
  };
  const faultOf = (key: string): string | undefined => {
    const problem = problems.find((one) => one.key === key);
    return problem && pick(problem.fix);
  };

  return {
    facts: mine,
    fields,
    news,
    leftOut,
    isDirty: changed.length > 0,
    isSaving: saving.isPending,
    /** What the save failed of, except what stands elsewhere: at its field, or as news. */
    failure: isProblem(saving.error, 'conflict') || serverErrors.length > 0 ? undefined : (saving.error ?? undefined),
    errorOf(name: string): string | undefined {
      const key = name.startsWith('form.') ? name.slice('form.'.length) : undefined;
      // A form goes whole or not at all: only when it goes do its rules count.
      const fault = key !== undefined && tried && edit.form ? faultOf(key) : undefined;
      if (key !== undefined && !fault && wanted.includes(key) && !said[key])
        return pick(valueProblem(key, 'missing').fix);
      // The server's reasons are for engineers; that it refuses this field is what counts here.
      return fault ?? (serverErrors.some(({ path }) => path === name) ? t('form.mismatch') : undefined);
    },
    set(change: CaseFacts) {
      setState((current) => ({ ...current, mine: { ...current.mine, ...change } }));
    },
    chooseCategory(category: string, subCategory: string) {
      const chosen = categories
        .find(({ key }) => key === category)
        ?.subCategories.find(({ key }) => key === subCategory);
      setState((current) => ({
        ...current,
        mine: { ...current.mine, category, subCategory, nature: natureOf(current, chosen?.nature) },
      }));
    },
    /** What was guessed is right: said by somebody, it is no guess any more. */
    confirmNature() {
      if (ticket.nature) confirming.mutate(ticket.nature);
    },
    /** Gives up my value of these facts for the newest. */
    takeTheirs(names: string[]) {
      setState((current) => {
        const mineNow = { ...current.mine };
        for (const name of names) mineNow[name] = current.base[name] ?? '';
        return { ...current, mine: mineNow, news: undefined };
      });
    },
    dismissNews() {
      setState((current) => ({ ...current, news: undefined }));
    },
    dismissLeftOut() {
      setLeftOut([]);
    },
    discard() {
      setState((current) => ({ ...current, mine: current.base, news: undefined }));
      setTried(false);
      saving.reset();
    },
    save() {
      setTried(true);
      if (changed.length > 0 && !(edit.form && problems.length > 0)) saving.mutate();
    },
  };
}

export type CaseFormState = ReturnType<typeof useCaseForm>;
