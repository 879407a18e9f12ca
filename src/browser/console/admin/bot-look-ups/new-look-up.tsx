import { Input, Select } from 'antd';
import { useId, useState } from 'react';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { Labelled } from '../../shared/labelled.js';
import { NewPage, useNewDraft } from '../new-page.js';
import { useSites } from '../sites/queries.js';
import { faultsOf, inputOf, NEW_LOOK_UP } from './look-up-draft.js';
import { LookUpForm } from './look-up-form.js';
import { useCreateLookUp } from './queries.js';
import { useLookUpTexts } from './texts.js';

const KEY = /^[a-z][a-z0-9_]{1,39}$/;

/** A new look-up. */
export function NewLookUp() {
  const texts = useLookUpTexts();
  const id = useId();
  const sites = useSites().data?.items ?? [];
  const [chosen, setSiteId] = useState<string>();
  const [key, setKey] = useState('');
  const creating = useCreateLookUp();
  const form = useNewDraft(NEW_LOOK_UP, creating);
  const { draft, tried, refused } = form;
  const siteId = chosen ?? (sites.length === 1 ? sites[0]?.id : undefined);
  const keyError =
    tried && !KEY.test(key) ? texts('keyWrong') : refused.includes('key') ? texts('keyTaken') : undefined;
  function submit() {
    form.markTried();
    if (!siteId || !KEY.test(key) || faultsOf(draft).length > 0) return;
    creating.mutate(
      { siteId, key, ...inputOf(draft) },
      { onSuccess: (lookUp) => goTo(adminAddress('bot-look-ups', lookUp.id), 'replace') },
    );
  }
  return (
    <NewPage
      title={texts('create')}
      page="bot-look-ups"
      className="look-up-editor"
      isDirty={form.isDirty || key !== ''}
      creating={creating}
      onSubmit={submit}
    >
      <div className="field-pair">
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
      <LookUpForm {...form} />
    </NewPage>
  );
}
