import { Button, Empty, Input, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { STAFF_ROLES, STAFF_STATES, type StaffRole, type StaffState } from '../../../../contract/index.js';
import { useTeams } from '../../api/queries.js';
import { useLanguage } from '../../i18n/i18n.js';
import { adminAddress } from '../../routing/place.js';
import { goTo, useAddressQuery } from '../../routing/use-route.js';
import { LoadMore } from '../../shared/load-more.js';
import { QueryState } from '../../shared/query-state.js';
import { useStaffPage } from './queries.js';
import { StaffRows } from './staff-rows.js';
import { useStaffTexts } from './texts.js';

/** Who works here, narrowed by conditions that stand in the address. */
export function StaffList() {
  const { pick } = useLanguage();
  const texts = useStaffTexts();
  const teams = useTeams().data?.items ?? [];
  const address = useAddressQuery();
  const role = STAFF_ROLES.find((known) => known === address.get('role'));
  const state = STAFF_STATES.find((known) => known === address.get('state'));
  const teamId = teams.find(({ id }) => id === address.get('team'))?.id;
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim()) || undefined;
  const query = useStaffPage({ search, role, teamId, state });
  const narrow = (field: 'role' | 'state' | 'team', value: string) => {
    const next = new URLSearchParams(address);
    if (value) next.set(field, value);
    else next.delete(field);
    const text = next.toString();
    goTo(adminAddress('staff') + (text && `?${text}`), 'replace');
  };
  const clear = () => {
    setTyped('');
    goTo(adminAddress('staff'), 'replace');
  };
  return (
    <>
      <div className="staff-filters">
        <Input.Search
          aria-label={texts('search')}
          placeholder={texts('search')}
          allowClear
          maxLength={100}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Select<StaffRole | ''>
          aria-label={texts('role')}
          value={role ?? ''}
          options={[
            { value: '', label: texts('anyRole') },
            ...STAFF_ROLES.map((value) => ({ value, label: texts(`role.${value}`) })),
          ]}
          onChange={(value) => narrow('role', value)}
        />
        <Select
          aria-label={texts('teams')}
          value={teamId ?? ''}
          options={[
            { value: '', label: texts('anyTeam') },
            ...teams.map(({ id, name }) => ({ value: id, label: pick(name) })),
          ]}
          onChange={(value) => narrow('team', value)}
        />
        <Select<StaffState | ''>
          aria-label={texts('state')}
          value={state ?? ''}
          options={[
            { value: '', label: texts('anyState') },
            ...STAFF_STATES.map((value) => ({ value, label: texts(`state.${value}`) })),
          ]}
          onChange={(value) => narrow('state', value)}
        />
      </div>
      <QueryState query={query}>
        {({ pages }) => {
          const people = pages.flatMap(({ items }) => items);
          if (people.length === 0)
            return (
              <Empty description={texts('none')} image={Empty.PRESENTED_IMAGE_SIMPLE}>
                <p>{texts('noneDetail')}</p>
                <Button onClick={clear}>{texts('showAll')}</Button>
              </Empty>
            );
          return (
            <>
              <StaffRows people={people} teams={teams} />
              <LoadMore query={query} />
            </>
          );
        }}
      </QueryState>
    </>
  );
}
