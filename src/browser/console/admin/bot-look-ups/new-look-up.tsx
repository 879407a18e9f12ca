import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { isProblem } from '../../api/client.js';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { Labelled } from '../labelled.js';
import { PageFrame } from '../page-frame.js';
import { SaveBar } from '../save-bar.js';
import { useSites } from '../sites/queries.js';
import { useAdminTexts } from '../texts.js';
import { faultsOf, inputOf, NEW_LOOK_UP } from './look-up-draft.js';
import { LookUpForm } from './look-up-form.js';
import { useCreateLookUp } from './queries.js';
import { useLookUpTexts } from './texts.js';

const KEY = /^[a-z][a-z0-9_]{1,39}$/;

/** A new look-up. */
export function NewLookUp() {
  const texts = useLookUpTexts();
  const adminTexts = useAdminTexts();
  const id = useId();
  const sites = useSites().data?.items ?? [];
  const [chosen, setSiteId] = useState<string>();
  const [key, setKey] = useState('');
  const [draft, setDraft] = useState(NEW_LOOK_UP);
  const [tried, setTried] = useState(false);
  const creating = useCreateLookUp();
  const siteId = chosen ?? (sites.length === 1 ? sites[0]?.id : undefined);
  const refused = isProblem(creating.error, 'invalid_input')
    ? (creating.error.problem.errors ?? []).map(({ path }) => path)
    : [];
  const keyError =
    tried && !KEY.test(key) ? texts('keyWrong') : refused.includes('key') ? texts('keyTaken') : undefined;
  const toList = () => goTo(adminAddress('bot-look-ups'));
  function submit() {
    setTried(true);
    if (!siteId || !KEY.test(key) || faultsOf(draft).length > 0) return;
    creating.mutate(
      { siteId, key, ...inputOf(draft) },
      { onSuccess: (lookUp) => goTo(adminAddress('bot-look-ups', lookUp.id), 'replace') },
    );
  }
  return (
    <PageFrame title={texts('create')} actions={<Button onClick={toList}>{adminTexts('back')}</Button>}>
      <section className="admin-sheet staff-part look-up-editor">
        <form
          className="staff-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <div className="admin-pair">
            <Labelled
              id={`${id}-site`}
              label={texts('site')}
              required
              error={tried && !siteId ? texts('siteRequired') : undefined}
            >
              <Select
                id={`${id}-site`}
                style={{ width: '100%' }}
                value={siteId}
                options={sites.map((site) => ({ value: site.id, label: site.name }))}
                onChange={setSiteId}
              />
            </Labelled>
            <Labelled id={`${id}-key`} label={texts('key')} required hint={texts('keyHint')} error={keyError}>
              <Input
                id={`${id}-key`}
                maxLength={40}
                autoComplete="off"
                spellCheck={false}
                placeholder="order_settlement"
                value={key}
                status={keyError ? 'error' : undefined}
                onChange={(event) => {
                  creating.reset();
                  setKey(event.target.value);
                }}
              />
            </Labelled>
          </div>
          <LookUpForm
            draft={draft}
            tried={tried}
            refused={refused}
            onChange={(change) => {
              creating.reset();
              setDraft((current) => ({ ...current, ...change }));
            }}
          />
          <SaveBar
            isDirty={draft !== NEW_LOOK_UP || key !== ''}
            isSaving={creating.isPending}
            error={creating.error}
            saveLabel={texts('create')}
            onDiscard={toList}
          />
        </form>
      </section>
    </PageFrame>
  );
}
