import { Alert, Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import type { FoundCustomerView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { Labelled } from '../shared/labelled.js';
import { useSettled } from '../shared/use-settled.js';
import type { PhoneDraft } from './draft.js';
import { useCustomerSearch } from './queries.js';
import { usePhoneCaseTexts } from './texts.js';

interface Props {
  draft: PhoneDraft;
  errors: { customer?: string; name?: string };
  onChange: (part: Partial<PhoneDraft>) => void;
}

/** Who is on the phone: found, or entered as new. */
export function CustomerChoice({ draft, errors, onChange }: Props) {
  const id = useId();
  const texts = usePhoneCaseTexts();
  const { t } = useLanguage();
  const [typed, setTyped] = useState('');
  const query = useSettled(typed.trim());
  const { data, error } = useCustomerSearch(query);
  if (draft.customer)
    return (
      <div className="caller caller-chosen">
        <Facts customer={draft.customer} />
        <Button size="small" onClick={() => onChange({ customer: undefined })}>
          {texts('another')}
        </Button>
      </div>
    );
  if (draft.isNew) return <NewCaller draft={draft} sites={data?.sites ?? []} error={errors.name} onChange={onChange} />;
  return (
    <Labelled id={id} label={texts('search')} hint={texts('searchHint')} required error={errors.customer}>
      <Input
        id={id}
        value={typed}
        maxLength={128}
        autoComplete="off"
        allowClear
        onChange={({ target }) => setTyped(target.value)}
      />
      {error && <Alert type="error" role="alert" showIcon title={problemText(t, error).title} />}
      {data && query.length >= 2 && (
        <div role="status">
          <ul className="callers">
            {data.items.map((customer) => (
              <li key={customer.customerId}>
                <button type="button" className="caller" onClick={() => onChange({ customer })}>
                  <Facts customer={customer} />
                </button>
              </li>
            ))}
          </ul>
          {data.items.length === 0 && <p className="caller-none">{texts('nobody')}</p>}
          <Button
            size="small"
            disabled={data.sites.length === 0}
            onClick={() => onChange({ isNew: true, siteId: data.sites[0]?.id, ...startOf(query) })}
          >
            {texts('newCustomer')}
          </Button>
        </div>
      )}
    </Labelled>
  );
}

/** What was looked for is not typed again. */
const startOf = (query: string) => (/^[+\d][\d\s().-]{4,}$/.test(query) ? { phone: query } : { name: query });

function Facts({ customer }: { customer: FoundCustomerView }) {
  const texts = usePhoneCaseTexts();
  const { name, identified, externalId, shopName, siteName, contactPoints, openCases } = customer;
  const facts = [shopName, externalId, ...contactPoints, siteName].filter(Boolean);
  return (
    <span className="caller-facts">
      <b>{name || texts('anonymous')}</b>
      {!identified && <span className="badge">{texts('unverified')}</span>}
      {openCases > 0 && <span className="badge badge-warn">{texts('openCases', { count: openCases })}</span>}
      <span className="caller-quiet">{facts.join(' · ')}</span>
    </span>
  );
}

interface NewCallerProps {
  draft: PhoneDraft;
  sites: { id: string; name: string }[];
  error?: string;
  onChange: Props['onChange'];
}

function NewCaller({ draft, sites, error, onChange }: NewCallerProps) {
  const id = useId();
  const texts = usePhoneCaseTexts();
  return (
    <div className="caller-new">
      <Labelled id={`${id}-name`} label={texts('name')} required error={error}>
        <Input
          id={`${id}-name`}
          value={draft.name}
          maxLength={80}
          autoComplete="off"
          onChange={({ target }) => onChange({ name: target.value })}
        />
      </Labelled>
      <Labelled id={`${id}-phone`} label={texts('phone')}>
        <Input
          id={`${id}-phone`}
          value={draft.phone}
          maxLength={40}
          inputMode="tel"
          autoComplete="off"
          onChange={({ target }) => onChange({ phone: target.value })}
        />
      </Labelled>
      {sites.length > 1 && (
        <Labelled id={`${id}-site`} label={texts('site')}>
          <Select
            id={`${id}-site`}
            style={{ width: '100%' }}
            value={draft.siteId}
            options={sites.map(({ id: value, name }) => ({ value, label: name }))}
            onChange={(siteId) => onChange({ siteId })}
          />
        </Labelled>
      )}
      <Button size="small" onClick={() => onChange({ isNew: false })}>
        {texts('another')}
      </Button>
    </div>
  );
}
