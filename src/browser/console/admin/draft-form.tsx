import type { UseMutationResult } from '@tanstack/react-query';
import { App } from 'antd';
import { type ReactNode, useState } from 'react';
import { isProblem } from '../api/client.js';
import type { Field } from '../shared/draft.js';
import type { DraftHandle, ServerDraft } from '../shared/use-draft.js';
import { EditConflict } from './edit-conflict.js';
import { SaveBar } from './save-bar.js';
import { useAdminTexts } from './texts.js';

/** What a form's children show it by: whether a save was tried (then what is missing is told), and the paths the server refused. */
interface Shown {
  tried: boolean;
  refused: string[];
}

/**
 * The form of a row that several may edit: above it what two of them disagree on, below it saving and discarding.
 * @param toSave what is sent; undefined while something is missing, which the form then tells
 * @param draftOf the row that a save answered
 * @param field a field and one of its values as a reader knows them
 */
export function DraftForm<Draft extends object, Input extends object, Saved>({
  form,
  saving,
  toSave,
  draftOf,
  field,
  label,
  className,
  head,
  children,
}: {
  form: DraftHandle<Draft>;
  saving: UseMutationResult<Saved, Error, Input & { version: number }>;
  toSave: () => Input | undefined;
  draftOf: (saved: Saved) => ServerDraft<Draft>;
  field: (key: Field<Draft>, draft: Draft) => { label: string; value: string };
  label?: string;
  className?: string;
  head?: ReactNode;
  children: (shown: Shown) => ReactNode;
}) {
  const texts = useAdminTexts();
  const { message } = App.useApp();
  const [tried, setTried] = useState(false);
  const errors = isProblem(saving.error, 'invalid_input') ? (saving.error.problem.errors ?? []) : [];

  function save() {
    setTried(true);
    const input = toSave();
    if (!input) return;
    saving.mutate(
      { ...input, version: form.version },
      {
        onSuccess: (saved) => {
          form.saved(draftOf(saved));
          setTried(false);
          void message.success(texts('saved'));
        },
        onError: (error) => {
          if (isProblem(error, 'conflict')) void message.warning(texts('merged'));
        },
      },
    );
  }

  return (
    <form
      aria-label={label}
      className={className}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {head}
      {form.conflicts.length > 0 && (
        <EditConflict
          fields={form.conflicts.map((key) => {
            const mine = field(key, form.draft);
            return { key, label: mine.label, theirs: field(key, form.theirs).value, mine: mine.value };
          })}
          onTakeTheirs={form.takeTheirs}
          onKeepMine={form.keepMine}
        />
      )}
      {children({ tried, refused: errors.map(({ path }) => path) })}
      <SaveBar
        isDirty={form.isDirty}
        isSaving={saving.isPending}
        error={saving.error}
        disabled={form.conflicts.length > 0}
        onDiscard={() => {
          form.reset();
          saving.reset();
          setTried(false);
        }}
      />
    </form>
  );
}
