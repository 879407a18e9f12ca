import { CloseOutlined, FilterOutlined } from '@ant-design/icons';
import { Button, Drawer, Popover } from 'antd';
import { useState } from 'react';
import { TICKET_SORTS, type TicketSort } from '../../../contract/index.js';
import { useIsNarrow } from '../shared/use-is-narrow.js';
import { MoreFilters } from './more-filters.js';
import { PickSome } from './pick-some.js';
import { countFilters, isNarrowed, RANGES, SEVERAL } from './question.js';
import { SearchBox } from './search-box.js';
import { useTicketsTexts } from './texts.js';
import { useFilterOptions } from './use-filter-options.js';
import type { QuestionState } from './use-question.js';

/** Filters that are set every day stand in the bar; the others behind a button that says how many of them are set. */
const IN_BAR = ['status', 'team', 'assignee', 'priority', 'sla'] as const;
const BEHIND = [...SEVERAL.filter((name) => !IN_BAR.some((each) => each === name)), ...RANGES, 'waiting' as const];

export function FilterBar({ state }: { state: QuestionState }) {
  const texts = useTicketsTexts();
  const isNarrow = useIsNarrow();
  const options = useFilterOptions();
  const [isOpen, setIsOpen] = useState(false);
  const { question, change, clear } = state;
  const behind = isNarrow ? countFilters(question) : BEHIND.filter((name) => question[name] !== undefined).length;
  const button = (
    <Button icon={<FilterOutlined aria-hidden />} onClick={isNarrow ? () => setIsOpen(true) : undefined}>
      {behind > 0 ? texts('moreCount', { count: behind }) : texts(isNarrow ? 'filters' : 'more')}
    </Button>
  );
  const picks = IN_BAR.map((name) => (
    <PickSome
      key={name}
      label={texts(name)}
      options={options[name]}
      value={question[name]}
      onChange={(value) => change({ [name]: value })}
    />
  ));
  return (
    <search className="tickets-filters" aria-label={texts('filters')}>
      <SearchBox value={question.q ?? ''} onChange={(q) => change({ q }, 'replace')} />
      {!isNarrow && picks}
      {isNarrow ? (
        <>
          {button}
          <Drawer open={isOpen} onClose={() => setIsOpen(false)} placement="bottom" size="80%" title={texts('filters')}>
            <div className="tickets-more">
              {picks}
              <MoreFilters state={state} options={options} />
              <SortChoice state={state} />
            </div>
          </Drawer>
        </>
      ) : (
        <Popover
          trigger="click"
          placement="bottomRight"
          content={
            <div className="tickets-more">
              <MoreFilters state={state} options={options} />
            </div>
          }
        >
          {button}
        </Popover>
      )}
      {isNarrowed(question) && (
        <Button type="text" icon={<CloseOutlined aria-hidden />} onClick={clear}>
          {texts('clear')}
        </Button>
      )}
    </search>
  );
}

/** Cards have no headings to sort by. */
function SortChoice({ state: { question, change } }: { state: QuestionState }) {
  const texts = useTicketsTexts();
  const orders = TICKET_SORTS.flatMap((sort) =>
    (['desc', 'asc'] as const).map((direction) => ({
      value: `${sort} ${direction}`,
      label: `${texts(`sort.${sort}`)} · ${texts(direction === 'asc' ? 'ascending' : 'descending')}`,
    })),
  );
  return (
    <PickSome
      single
      label={texts('sort')}
      options={orders}
      value={[`${question.sort} ${question.direction}`]}
      onChange={(value) => {
        const [sort, direction] = (value?.[0] ?? 'updated desc').split(' ') as [TicketSort, 'asc' | 'desc'];
        change({ sort, direction });
      }}
    />
  );
}
