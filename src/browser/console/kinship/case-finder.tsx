import { useQuery } from '@tanstack/react-query';
import { Input, Skeleton } from 'antd';
import { useId, useState } from 'react';
import type { TicketListItemView } from '../../../contract/index.js';
import { api } from '../api/endpoints.js';
import { keys } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { useSettled } from '../shared/use-settled.js';
import { useKinshipTexts } from './texts.js';
import './kinship.css';

const SHOWN = 6;
const UNDER_WAY = 'new,open,pending,on_hold';

interface Props {
  /** Not to be found: the case itself. */
  except: string;
  /** What is looked for before anything is typed, e.g. the customer's name. */
  first: string;
  onlyUnderWay?: boolean;
  chosen: TicketListItemView | undefined;
  onChoose: (ticket: TicketListItemView) => void;
}

/** A case found by its number or by words, and chosen with the arrow keys or a click. */
export function CaseFinder({ except, first, onlyUnderWay = false, chosen, onChoose }: Props) {
  const { t } = useLanguage();
  const texts = useKinshipTexts();
  const name = useId();
  const [words, setWords] = useState('');
  const asked = useSettled(words.trim()) || first;
  const query = { q: asked, limit: SHOWN + 1, ...(onlyUnderWay && { status: UNDER_WAY }) };
  const found = useQuery({
    queryKey: keys.finder(asked, onlyUnderWay),
    queryFn: ({ signal }) => api.searchTickets(query, signal),
    enabled: asked !== '',
  });
  const rows = found.data?.items.filter(({ number, internal }) => number !== except && !internal).slice(0, SHOWN);
  return (
    <>
      <Input
        value={words}
        allowClear
        maxLength={100}
        aria-label={texts('find')}
        placeholder={texts('find')}
        onChange={(event) => setWords(event.target.value)}
      />
      {asked !== '' && found.isPending && <Skeleton active title={false} paragraph={{ rows: 2 }} />}
      {rows?.length === 0 && words.trim() !== '' && (
        <p className="panel-hint kin-nothing">{texts(onlyUnderWay ? 'nothingUnderWay' : 'nothing')}</p>
      )}
      {rows && rows.length > 0 && (
        <fieldset className="kin-found">
          <legend className="sr-only">{texts('choose')}</legend>
          {rows.map((row) => (
            <label key={row.number} className={row.number === chosen?.number ? 'kin-chosen' : undefined}>
              <input
                type="radio"
                className="sr-only"
                name={name}
                checked={row.number === chosen?.number}
                onChange={() => onChoose(row)}
              />
              <span className="kin-line">
                <span className="tabular">{row.number}</span>
                <span className={`row-status status-${row.status}`}>{t(`status.${row.status}`)}</span>
                <span className="ellipsis kin-small">{row.customerName || texts('visitor')}</span>
              </span>
              <span className="ellipsis">{row.subject || t('lists.noSubject')}</span>
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
