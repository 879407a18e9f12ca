import { Button } from 'antd';
import { type PropsWithChildren, useState } from 'react';
import { isProblem } from '../api/client.js';
import { adminAddress } from '../routing/place.js';
import { goTo } from '../routing/use-route.js';
import { PageFrame } from '../shared/page-frame.js';
import { SaveBar } from './save-bar.js';
import { useAdminTexts } from './texts.js';

/** The call that makes it. */
interface Creating {
  isPending: boolean;
  error: Error | null;
  reset: () => void;
}

/** What is typed of something new; after a try to save it is told what is missing, and which paths the server refused. */
export function useNewDraft<Draft extends object>(empty: Draft, creating: Creating) {
  const [draft, setDraft] = useState(empty);
  const [tried, setTried] = useState(false);
  const errors = isProblem(creating.error, 'invalid_input') ? (creating.error.problem.errors ?? []) : [];
  return {
    draft,
    tried,
    refused: errors.map(({ path }) => path),
    isDirty: draft !== empty,
    markTried: () => setTried(true),
    onChange: (change: Partial<Draft>) => {
      creating.reset();
      setDraft((current) => ({ ...current, ...change }));
    },
  };
}

interface Props {
  title: string;
  /** Of the administration, where the list is. */
  page: string;
  className: string;
  isDirty: boolean;
  creating: Creating;
  saveLabel?: string;
  onSubmit: () => void;
}

/** The page of something new: its form, with saving and going back to the list. */
export function NewPage({
  title,
  page,
  className,
  isDirty,
  creating,
  saveLabel = title,
  onSubmit,
  children,
}: PropsWithChildren<Props>) {
  const texts = useAdminTexts();
  const toList = () => goTo(adminAddress(page));
  return (
    <PageFrame title={title} actions={<Button onClick={toList}>{texts('back')}</Button>}>
      <section className={`sheet staff-part ${className}`}>
        <form
          className="staff-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            onSubmit();
          }}
        >
          {children}
          <SaveBar
            isDirty={isDirty}
            isSaving={creating.isPending}
            error={creating.error}
            saveLabel={saveLabel}
            onDiscard={toList}
          />
        </form>
      </section>
    </PageFrame>
  );
}
