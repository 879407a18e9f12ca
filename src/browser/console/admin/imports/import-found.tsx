import type { UseQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { isProblem } from '../../api/client.js';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { QueryState } from '../../shared/query-state.js';
import type { ImportPlace, ImportTexts } from './import-view.js';

interface Props<One> {
  place: ImportPlace;
  query: UseQueryResult<One>;
  texts: ImportTexts;
  children: (one: One) => ReactNode;
}

/** One import, or that it is no longer there. */
export function ImportFound<One>({ place, query, texts, children }: Props<One>) {
  if (isProblem(query.error, 'not_found'))
    return (
      <div className="placeholder">
        <strong>{texts('gone')}</strong>
        <Button onClick={() => goTo(adminAddress(place.page))}>{texts('title')}</Button>
      </div>
    );
  return <QueryState query={query}>{children}</QueryState>;
}
